package dev.amalgam.onnx.bottom;

import dev.amalgam.onnx.CanonicalGraph;
import dev.amalgam.onnx.CanonicalNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which tensors of a model are tensors of the reference. */
final class Matching {
    private final Reference reference;
    private final CanonicalGraph graph;
    private final WeightDifference weights;
    private final Map<String, String> inputs;
    private final Map<String, String> identities = new HashMap<>();
    private double largest;

    /**
     * Compares a model with the reference.
     *
     * @param inputs the input of the reference that an input of the model is
     */
    Matching(Reference reference, CanonicalGraph graph, Map<String, String> inputs, WeightDifference weights) {
        this.reference = reference;
        this.graph = graph;
        this.weights = weights;
        this.inputs = Map.copyOf(inputs);
        inputs.forEach((own, its) -> identities.put(own, Reference.input(its)));
        graph.operators().forEach(operator -> operator.parts().forEach(this::match));
    }

    private void match(CanonicalNode node) {
        boolean known = Stream.concat(node.inputs().stream(), node.captures().stream())
                .allMatch(input -> input.isEmpty() || graph.isWeight(input) || identities.containsKey(input));
        if (!known || node.isRandom()) {
            return;
        }
        List<String> own = Reference.weights(node, graph);
        double nearest = Double.POSITIVE_INFINITY;
        String identity = "";
        for (Reference.Candidate candidate : reference.candidates(Reference.structure(node, graph, identities))) {
            double difference = difference(candidate.weights(), own);
            if (difference < nearest) {
                nearest = difference;
                identity = candidate.identity();
            }
        }
        if (!identity.isEmpty()) {
            largest = Math.max(largest, nearest);
            for (int i = 0; i < node.outputs().size(); i++) {
                identities.put(node.outputs().get(i), Reference.result(identity, i));
            }
        }
    }

    private double difference(List<String> its, List<String> own) {
        double difference = 0;
        for (int i = 0; i < own.size() && difference < Double.POSITIVE_INFINITY; i++) {
            difference = Math.max(difference, weights.between(its.get(i), own.get(i)));
        }
        return difference;
    }

    /** The model. */
    CanonicalGraph graph() {
        return graph;
    }

    /** By input of the model, the input of the reference that it is. */
    Map<String, String> inputs() {
        return inputs;
    }

    /** The identities of what its operators make from what flows in. */
    Set<String> made() {
        return graph.operators().stream()
                .flatMap(operator -> operator.makes().stream())
                .map(identities::get)
                .filter(Objects::nonNull)
                .filter(reference::isFromInputs)
                .collect(Collectors.toSet());
    }

    /** The identity that a tensor has in the reference; tensors that are not there are left out. */
    Map<String, String> identities() {
        return Collections.unmodifiableMap(identities);
    }

    /** How many tensors of the model are tensors of the reference. */
    int size() {
        return identities.size();
    }

    /** The largest difference of two weights that were taken for one. */
    double largest() {
        return largest;
    }
}
