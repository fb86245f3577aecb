package dev.amalgam.desk.inside;

import dev.amalgam.desk.inside.Part.Group;
import dev.amalgam.desk.inside.Part.Single;
import dev.amalgam.desk.inside.Part.Sort;
import dev.amalgam.onnx.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts operators together as their makers did: by the scopes that their names begin with, then by blocks that repeat. Where
 * neither helps, long rows are cut into stretches, so that no group shows more than a person can take in.
 */
final class Grouping {
    /** No group has more parts than that. */
    static final int MOST = 300;

    /** Scopes within scopes beyond that tell nobody anything. */
    private static final int DEEPEST = 12;

    private final Map<String, Grouping> scopes = new LinkedHashMap<>();
    private final List<Part> singles = new ArrayList<>();

    private Grouping() {}

    /** All operators as one group. */
    static Group of(Structure structure) {
        Grouping whole = new Grouping();
        for (int i = 0; i < structure.operators().size(); i++) {
            Structure.Operator operator = structure.operators().get(i);
            whole.add(scope(operator), new Single(i, operator.type()));
        }
        List<Part> parts = whole.parts();
        while (parts.size() == 1 && parts.getFirst() instanceof Group only) {
            parts = only.parts();
        }
        return new Group(Sort.WHOLE, "", parts);
    }

    /** The scopes that an operator stands in, the outermost first: its name, or what it makes, without the last part. */
    private static List<String> scope(Structure.Operator operator) {
        String name = !operator.name().isEmpty() || operator.outputs().isEmpty()
                ? operator.name()
                : operator.outputs().getFirst();
        List<String> steps =
                Arrays.stream(name.split("/")).filter(step -> !step.isEmpty()).toList();
        return steps.subList(0, Math.clamp(steps.size() - 1, 0, DEEPEST));
    }

    private void add(List<String> scope, Single operator) {
        if (scope.isEmpty()) {
            singles.add(operator);
        } else {
            scopes.computeIfAbsent(scope.getFirst(), _ -> new Grouping()).add(scope.subList(1, scope.size()), operator);
        }
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>(singles);
        scopes.forEach((name, inner) -> parts.addAll(inner.named(name)));
        parts.sort(Comparator.comparingInt(Part::first));
        return stretches(Repeats.in(parts));
    }

    /** As a group of that name; a scope around a single part says nothing, and gives way to it. */
    private List<Part> named(String name) {
        List<Part> parts = parts();
        if (parts.size() > 1) {
            return List.of(new Group(Sort.SCOPE, name, parts));
        }
        return parts.getFirst() instanceof Group only && only.sort() == Sort.SCOPE
                ? List.of(new Group(Sort.SCOPE, name + "/" + only.name(), only.parts()))
                : parts;
    }

    private static List<Part> stretches(List<Part> parts) {
        if (parts.size() <= MOST) {
            return parts;
        }
        int length = (int) Math.ceil(Math.sqrt(parts.size()));
        List<Part> stretches = new ArrayList<>();
        for (int from = 0; from < parts.size(); from += length) {
            List<Part> some = parts.subList(from, Math.min(parts.size(), from + length));
            stretches.add(new Group(Sort.STRETCH, Repeats.words(some), some));
        }
        return stretches;
    }
}
