package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;

/**
 * Spreads the wires of one output, so that they part where they begin: each leaves a little steeper than the one above it. A wire
 * that is alone leaves level.
 */
final class Fan {
    /** How much steeper each of a few wires is than the one above it; a slope of 1 is 45°. */
    private static final double STEP = 0.3;

    /** From the first to the last of many. */
    private static final double WIDEST = 1.2;

    /** How far the middle of a fan turns to where its wires go. */
    private static final double TURN = 0.25;

    /** Targets that are nearer than that, or to the left, count as that far to the right. */
    private static final double NEAREST = 40;

    private final Amalgamation graph;
    private final Ordered<NodeId, Board.Placed> cards;
    private final Board before;
    private final Map<PortRef, Map<Wire, Double>> slopes = new HashMap<>();
    private final Map<NodeId, Boolean> still = new HashMap<>();

    /**
     * @param cards every card that a wire of the graph ends at
     * @param before what was drawn last
     */
    Fan(Amalgamation graph, Ordered<NodeId, Board.Placed> cards, Board before) {
        this.graph = graph;
        this.cards = cards;
        this.before = before;
    }

    /** Whether all wires that leave a card are those that left it before, and end where they did. */
    boolean isStill(NodeId source) {
        return still.computeIfAbsent(source, this::hasNotMoved);
    }

    private boolean hasNotMoved(NodeId source) {
        List<Wire> wires = graph.wiresOutOf(source);
        if (!isThere(source) || !wires.equals(before.graph().wiresOutOf(source))) {
            return false;
        }
        for (Wire wire : wires) {
            if (!isThere(wire.to().node())) {
                return false;
            }
        }
        return true;
    }

    private boolean isThere(NodeId card) {
        return cards.get(card).orElse(null) == before.card(card).orElse(null);
    }

    /** The wires that leave an output. */
    static List<Wire> of(Amalgamation graph, PortRef output) {
        return graph.wiresOutOf(output.node()).stream()
                .filter(wire -> wire.from().equals(output))
                .toList();
    }

    /** How steeply a wire leaves: downwards per unit to the right. */
    double slope(Wire wire) {
        // Most are alone, and a board has thousands.
        if (graph.wiresOutOf(wire.from().node()).size() == 1) {
            return 0;
        }
        return slopes.computeIfAbsent(wire.from(), output -> spread(of(graph, output)))
                .getOrDefault(wire, 0.0);
    }

    private Map<Wire, Double> spread(List<Wire> wires) {
        if (wires.size() < 2) {
            return Map.of();
        }
        Map<Wire, Double> steepness = new HashMap<>();
        wires.forEach(wire -> steepness.put(wire, steepness(wire)));
        List<Wire> downwards = wires.stream()
                .sorted(Comparator.comparingDouble((Wire wire) -> steepness.getOrDefault(wire, 0.0))
                        .thenComparing(Wire::to))
                .toList();
        double step = Math.min(STEP, WIDEST / (wires.size() - 1));
        double mean = steepness.values().stream()
                .mapToDouble(it -> Math.clamp(it, -1, 1))
                .average()
                .orElse(0);
        Map<Wire, Double> spread = new HashMap<>();
        for (int i = 0; i < downwards.size(); i++) {
            spread.put(downwards.get(i), TURN * mean + (i - (wires.size() - 1) / 2.0) * step);
        }
        return spread;
    }

    private double steepness(Wire wire) {
        Point2D from = Links.start(wire, cards);
        Point2D to = Links.end(wire, cards);
        return (to.getY() - from.getY()) / Math.max(NEAREST, to.getX() - from.getX());
    }
}
