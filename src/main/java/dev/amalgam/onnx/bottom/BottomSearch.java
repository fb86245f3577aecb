package dev.amalgam.onnx.bottom;

import dev.amalgam.onnx.CanonicalGraph;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the longest part that several models share from their inputs on. Names, the order of nodes, where weights are stored
 * and, as far as operators can be said in a later set, operator sets play no part.
 */
public final class BottomSearch {
    private static final List<String> TOLERANCES = List.of("1e-6", "1e-5", "1e-4", "1e-3", "0.01", "0.1");

    private final List<Participant> models;
    private final double tolerance;

    private BottomSearch(List<Participant> models, double tolerance) {
        this.models = models;
        this.tolerance = tolerance;
    }

    /**
     * Searches. Reads every weight once, so it takes as long as that.
     *
     * @param models at least two
     * @param tolerance how far the values of weights may lie apart that are taken for one; 0 for equal to the last bit
     * @throws OnnxException where a model cannot be cut at the boundary
     */
    public static Common search(List<Participant> models, double tolerance) throws OnnxException {
        if (models.size() < 2) {
            return new NothingCommon("A common bottom takes two models", "Choose another model beside the first");
        }
        Common found = new BottomSearch(models, tolerance).search();
        return found instanceof NothingCommon(String why, String remedy)
                ? new NothingCommon(why, nearer(models, tolerance, remedy))
                : found;
    }

    /** Where only the weights stand against it, it is told how far they lie apart. */
    private static String nearer(List<Participant> models, double tolerance, String remedy) throws OnnxException {
        for (String next : TOLERANCES) {
            double wider = Double.parseDouble(next);
            if (wider > tolerance && new BottomSearch(models, wider).search() instanceof CommonBottom) {
                return "Their operators are alike: with a tolerance of " + next + " they have a common bottom";
            }
        }
        return remedy;
    }

    private Common search() throws OnnxException {
        List<CanonicalGraph> graphs =
                CanonicalGraph.of(models.stream().map(Participant::model).toList());
        Reference reference = new Reference(graphs.getFirst());
        List<Matching> matchings = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            matchings.add(best(reference, models.get(i), graphs.get(i)));
        }
        Set<String> common = common(matchings);
        return common.isEmpty() ? nothing(matchings) : new Boundary(models, matchings, common).bottom();
    }

    /** Of all ways in which the inputs may belong together, the one that leads furthest. */
    private Matching best(Reference reference, Participant model, CanonicalGraph graph) {
        WeightDifference weights = new WeightDifference(reference.graph(), graph, tolerance);
        return InputPairs.of(models.getFirst(), model).stream()
                .map(pairs -> new Matching(reference, graph, pairs, weights))
                .max(Comparator.comparingInt(Matching::size))
                .orElseThrow();
    }

    /** The identities that every model has a tensor of, and that depend on what flows in. */
    private static Set<String> common(List<Matching> matchings) {
        Set<String> common = new HashSet<>(matchings.getFirst().made());
        matchings.forEach(matching -> common.retainAll(matching.made()));
        return common;
    }

    private NothingCommon nothing(List<Matching> matchings) {
        for (int i = 1; i < matchings.size(); i++) {
            if (matchings.get(i).inputs().isEmpty()) {
                return new NothingCommon(
                        takes(models.getFirst()) + ", " + takes(models.get(i)) + ", and these cannot be one input",
                        "Choose models that take the same input");
            }
        }
        String names = models.stream().map(Participant::name).collect(Collectors.joining(", "));
        return new NothingCommon(
                "The first operators of " + names + " differ, in what they do or in their weights",
                "Choose models that were trained on one bottom");
    }

    private static String takes(Participant model) {
        String inputs = model.inputs().stream()
                .map(input -> text(input.value()) + (input.fedBy().isEmpty() ? "" : " from " + input.fedBy()))
                .collect(Collectors.joining(" and "));
        return model.name() + " takes " + (inputs.isEmpty() ? "nothing" : inputs);
    }

    private static String text(Inspection.Value input) {
        return input.name() + ": " + input.typeText();
    }
}
