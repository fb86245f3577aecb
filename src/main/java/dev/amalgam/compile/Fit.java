package dev.amalgam.compile;

import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Refusal;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.Signature.Input;
import dev.amalgam.tensor.Mismatch;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Unifier;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a wire joins ports that are there and fit. One truth for dragging, for editing and for checking files. */
final class Fit {
    private Fit() {}

    /** Why there is no such output. */
    static Optional<Refusal> noOutput(TypedNode source, PortRef from) {
        return source.outputs().containsKey(from.port())
                ? Optional.empty()
                : Optional.of(new Refusal.UnknownPort(
                        from, String.join(", ", source.outputs().keySet())));
    }

    /** Why there is no such input. */
    static Optional<Refusal> noInput(Signature signature, PortRef to) {
        return signature.input(to.port()).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal.UnknownPort(
                        to, signature.inputs().stream().map(Input::name).collect(Collectors.joining(", "))));
    }

    /** Why what comes in does not fit the input; the unifier, in which inputs are scoped to their node, learns from it. */
    static Optional<Refusal> check(Unifier unifier, Wire wire, PortType out, Input input) {
        Optional<Mismatch> mismatch =
                unifier.unify(input.type().scoped(wire.to().node().name()), out.type());
        if (mismatch.isPresent()) {
            return mismatch.map(m -> disagree(wire, out, input, m.sentence(), remedy(m)));
        }
        Representation actual = out.representation();
        return input.accepts().isEmpty() || input.accepts().contains(actual.form())
                ? Optional.empty()
                : Optional.of(disagree(wire, out, input, meaning(input, actual), step(input, actual.form())));
    }

    /** The refusal of a wire whose ports are there and do not fit. */
    static Refusal disagree(Wire wire, PortType out, Input input, String why, String remedy) {
        return new Refusal.TypesDisagree(
                wire.from(), wire.to(), out.toString(), input.type().toString(), why, remedy);
    }

    private static String remedy(Mismatch mismatch) {
        return switch (mismatch) {
            case Mismatch.Elements _, Mismatch.NotAllowed _ -> "Put a Cast between them";
            case Mismatch.Ranks _ -> "Put a Pool or a Reshape between them";
            case Mismatch.Axes _ -> "Put a Resize, Transpose or Reshape between them, or choose another tap";
        };
    }

    private static String meaning(Input input, Representation actual) {
        String wanted = input.accepts().stream()
                .sorted()
                .map(form -> form.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        return "it needs " + wanted + ", and this is " + actual;
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
