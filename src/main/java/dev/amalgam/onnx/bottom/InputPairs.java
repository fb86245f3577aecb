package dev.amalgam.onnx.bottom;

import dev.amalgam.onnx.Inspection;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The ways in which the inputs of one model can be inputs of another, the likeliest first. */
final class InputPairs {
    /** All ways of four inputs of one type; models with more have names for them that help. */
    private static final int MOST = 24;

    private final List<Participant.In> reference;
    private final List<Participant.In> own;
    private final List<Map<String, String>> found = new ArrayList<>();

    private InputPairs(List<Participant.In> reference, List<Participant.In> own) {
        this.reference = reference;
        this.own = own;
    }

    /** Each way: by input of the model, the input of the reference. At least one, which may be empty. */
    static List<Map<String, String>> of(Participant reference, Participant model) {
        InputPairs pairs = new InputPairs(reference.inputs(), model.inputs());
        pairs.extend(0, new LinkedHashMap<>());
        return List.copyOf(pairs.found);
    }

    private void extend(int next, Map<String, String> chosen) {
        if (found.size() == MOST) {
            return;
        }
        if (next == own.size()) {
            found.add(Map.copyOf(chosen));
            return;
        }
        Participant.In input = own.get(next);
        List<Participant.In> free = reference.stream()
                .filter(it -> !chosen.containsValue(it.value().name()))
                .filter(it -> canBeOne(it, input))
                .sorted(Comparator.comparingInt(it -> unlikely(it, next)))
                .toList();
        if (free.isEmpty()) {
            extend(next + 1, chosen);
        }
        for (Participant.In it : free) {
            chosen.put(input.value().name(), it.value().name());
            extend(next + 1, chosen);
            chosen.remove(input.value().name());
        }
    }

    /** 0 for the same name, 1 for the same place. */
    private int unlikely(Participant.In it, int place) {
        boolean sameName = it.value().name().equals(own.get(place).value().name());
        return sameName ? 0 : reference.indexOf(it) == place ? 1 : 2;
    }

    private static boolean canBeOne(Participant.In one, Participant.In other) {
        boolean fedAlike =
                one.fedBy().isEmpty() || other.fedBy().isEmpty() || one.fedBy().equals(other.fedBy());
        return fedAlike && canBeOne(one.value(), other.value());
    }

    private static boolean canBeOne(Inspection.Value one, Inspection.Value other) {
        return one.type().isPresent() && other.type().isPresent()
                ? canBeOne(one.type().get(), other.type().get())
                : one.typeText().equals(other.typeText());
    }

    private static boolean canBeOne(TensorType one, TensorType other) {
        if (!one.element().equals(other.element())) {
            return false;
        }
        if (one.shape().pack().isPresent() || other.shape().pack().isPresent()) {
            return true;
        }
        List<Dim> sizes = one.shape().dims();
        List<Dim> others = other.shape().dims();
        return sizes.size() == others.size()
                && IntStream.range(0, sizes.size()).allMatch(i -> canBeOne(sizes.get(i), others.get(i)));
    }

    private static boolean canBeOne(Dim one, Dim other) {
        return one.known().isEmpty() || other.known().isEmpty() || one.known().equals(other.known());
    }
}
