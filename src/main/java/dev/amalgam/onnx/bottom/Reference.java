package dev.amalgam.onnx.bottom;

import dev.amalgam.onnx.CanonicalGraph;
import dev.amalgam.onnx.CanonicalNode;
import dev.amalgam.onnx.Inspection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A model that others are compared with. Each of its tensors has an identity, made of the node that makes it and the
 * identities of what that reads, down to the inputs and the values of weights: equal tensors have one identity.
 */
final class Reference {
    /**
     * A node that another one may be equal to.
     *
     * @param weights the weights that it reads, in its order
     * @param identity of what it makes
     */
    record Candidate(List<String> weights, String identity) {}

    private final CanonicalGraph graph;
    private final Map<String, String> identities = new HashMap<>();
    private final Map<List<String>, String> byMeaning = new HashMap<>();
    private final Map<List<String>, List<Candidate>> byStructure = new HashMap<>();
    private final Set<String> fromInputs = new HashSet<>();

    Reference(CanonicalGraph graph) {
        this.graph = graph;
        for (Inspection.Value input : graph.model().inspect().inputs()) {
            identities.put(input.name(), input(input.name()));
            fromInputs.add(input(input.name()));
        }
        graph.operators().forEach(operator -> operator.parts().forEach(this::add));
    }

    /** The identity of an input. */
    static String input(String name) {
        return "input " + name;
    }

    /** The identity of one of the results of a node. */
    static String result(String identity, int index) {
        return identity + " " + index;
    }

    private void add(CanonicalNode node) {
        List<String> meaning = new ArrayList<>();
        meaning.add(node.form(this::identity));
        node.inputs().forEach(input -> meaning.add(input.isEmpty() ? "" : identity(input)));
        String fresh = Integer.toString(identities.size());
        String identity = node.isRandom() ? fresh : byMeaning.computeIfAbsent(meaning, _ -> fresh);
        for (int i = 0; i < node.outputs().size(); i++) {
            identities.put(node.outputs().get(i), result(identity, i));
        }
        if (isFromInputs(node)) {
            node.outputs().forEach(output -> fromInputs.add(identity(output)));
        }
        if (identity.equals(fresh) && !node.isRandom()) {
            byStructure
                    .computeIfAbsent(structure(node, graph, identities), _ -> new ArrayList<>())
                    .add(new Candidate(weights(node, graph), identity));
        }
    }

    private boolean isFromInputs(CanonicalNode node) {
        return node.inputs().stream().anyMatch(input -> fromInputs.contains(identities.get(input)))
                || node.captures().stream().anyMatch(input -> fromInputs.contains(identities.get(input)));
    }

    /** A weight is its values; what is neither made nor given is only equal to itself. */
    private String identity(String tensor) {
        return graph.hash(tensor).orElseGet(() -> identities.getOrDefault(tensor, "unknown " + tensor));
    }

    /** What a node does, with the types of weights instead of their values. */
    static List<String> structure(CanonicalNode node, CanonicalGraph graph, Map<String, String> identities) {
        List<String> structure = new ArrayList<>();
        structure.add(node.form(tensor -> graph.hash(tensor).orElseGet(() -> known(tensor, identities))));
        for (String input : node.inputs()) {
            structure.add(input.isEmpty() ? "" : graph.isWeight(input) ? type(graph, input) : known(input, identities));
        }
        return structure;
    }

    private static String known(String tensor, Map<String, String> identities) {
        return Objects.requireNonNullElse(identities.get(tensor), "unknown");
    }

    private static String type(CanonicalGraph graph, String weight) {
        return graph.weight(weight).map(tensor -> "weight " + tensor.type()).orElse("weight");
    }

    static List<String> weights(CanonicalNode node, CanonicalGraph graph) {
        return node.inputs().stream().filter(graph::isWeight).toList();
    }

    CanonicalGraph graph() {
        return graph;
    }

    /** The nodes of that structure. */
    List<Candidate> candidates(List<String> structure) {
        return byStructure.getOrDefault(structure, List.of());
    }

    /** Whether what has this identity depends on what flows in. */
    boolean isFromInputs(String identity) {
        return fromInputs.contains(identity);
    }
}
