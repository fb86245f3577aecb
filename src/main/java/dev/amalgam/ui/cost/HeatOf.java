package dev.amalgam.ui.cost;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.Figures;
import dev.amalgam.desk.cost.NodeCost;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.canvas.Warmth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** What the heat on the canvas shows. */
enum HeatOf {
    /** The milliseconds of the last run. */
    TIME,
    /** The bytes of the weights. */
    WEIGHTS,
    /** The multiply-adds. */
    WORK;

    /** Its name in actions, such as {@code weights}. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How warm each node is, as a part of the sum of all; those that take nothing, or of which nothing is known, are left out. */
    Map<NodeId, Warmth> warmth(CostModel model) {
        Map<NodeId, Double> amounts = new HashMap<>();
        for (TypedNode node : model.nodes()) {
            OptionalDouble amount = amount(model, node.id());
            if (amount.orElse(0) > 0) {
                amounts.put(node.id(), amount.getAsDouble());
            }
        }
        double all = amounts.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<NodeId, Warmth> warmth = new HashMap<>();
        amounts.forEach((node, amount) -> {
            double share = all > 0 ? amount / all : 0;
            warmth.put(node, new Warmth(share, words().apply(amount) + ", " + Figures.percent(share)));
        });
        return warmth;
    }

    private OptionalDouble amount(CostModel model, NodeId node) {
        return switch (this) {
            case TIME -> model.milliseconds(node);
            case WEIGHTS ->
                model.costs()
                        .of(node)
                        .map(cost -> OptionalDouble.of((double) cost.weightBytes()))
                        .orElse(OptionalDouble.empty());
            case WORK -> model.costs().of(node).map(HeatOf::work).orElse(OptionalDouble.empty());
        };
    }

    private static OptionalDouble work(NodeCost cost) {
        return cost.multiplyAdds().isPresent()
                ? OptionalDouble.of((double) cost.multiplyAdds().getAsLong())
                : OptionalDouble.empty();
    }

    private DoubleFunction<String> words() {
        return switch (this) {
            case TIME -> Figures::milliseconds;
            case WEIGHTS -> bytes -> Figures.bytes((long) bytes);
            case WORK -> count -> Figures.count((long) count);
        };
    }
}
