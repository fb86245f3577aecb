package dev.amalgam.compile;

import dev.amalgam.kind.Signature.Input;
import dev.amalgam.tensor.Mismatch;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Unifier;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether what an output gives fits what an input takes. One truth for dragging, for editing and for checking files. */
final class Fit {
    /** Why it does not fit: a clause for the sentence, and what to do. */
    record Misfit(String why, String remedy) {}

    private Fit() {}

    /** Joins the input (already scoped to its node) with what comes in; the unifier learns from it. */
    static Optional<Misfit> check(Unifier unifier, Input input, PortType actual) {
        Optional<Mismatch> mismatch = unifier.unify(input.type(), actual.type());
        if (mismatch.isPresent()) {
            return mismatch.map(m -> new Misfit(m.sentence(), remedy(m)));
        }
        Form form = actual.representation().form();
        return input.accepts().isEmpty() || input.accepts().contains(form)
                ? Optional.empty()
                : Optional.of(meaning(input, actual.representation()));
    }

    private static String remedy(Mismatch mismatch) {
        return switch (mismatch) {
            case Mismatch.Elements _, Mismatch.NotAllowed _ -> "Put a Cast between them";
            case Mismatch.Ranks _ -> "Put a Pool or a Reshape between them";
            case Mismatch.Axes _ -> "Put a Resize, Transpose or Reshape between them, or choose another tap";
        };
    }

    private static Misfit meaning(Input input, Representation actual) {
        String wanted = input.accepts().stream()
                .sorted()
                .map(form -> form.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        return new Misfit("it needs " + wanted + ", and this is " + actual, step(input, actual.form()));
    }

    /** The one step, allowed by nature, from a form to what is wanted; or where else to look. */
    private static String step(Input input, Form from) {
        return switch (from) {
            case ENCODING -> "Put a Pool between them: it makes an embedding of an encoding";
            case EMBEDDING, DENSE ->
                input.accepts().contains(Form.ENCODING)
                        ? "Tap further up: an encoding cannot be won back from an embedding"
                        : "Put a Dense layer between them: it makes logits of an embedding";
            case LOGITS ->
                input.accepts().contains(Form.SOFT)
                        ? "Put a Softmax or a Sigmoid between them"
                        : "Tap further up, before the last dense layer";
            case SOFT ->
                input.accepts().contains(Form.HARD)
                        ? "Put an Arg-max or a Threshold between them"
                        : "Tap further up, before the activation";
            case HARD -> "Tap further up: a decision has lost the probabilities it was made from";
            case RAW, STRUCTURED -> "Choose an output of the shared bottom instead";
        };
    }
}
