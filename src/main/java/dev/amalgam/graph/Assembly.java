package dev.amalgam.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts an amalgamation together from its parts, as a file has them, and refuses what {@link Edits} would refuse, in the same
 * words. Edits copy and check the whole graph at each step; this does both once, so thousands of nodes open without a pause.
 */
public final class Assembly {
    private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
    private final Map<PortRef, Wire> wiresByInput = new LinkedHashMap<>();
    private final Map<NodeId, Position> layout = new HashMap<>();

    /** Takes a node, unless its name is taken. */
    public Optional<Refusal> add(Node node) {
        return nodes.putIfAbsent(node.id(), node) == null
                ? Optional.empty()
                : Optional.of(new Refusal.NameTaken(node.id()));
    }

    /** Takes a wire between nodes that were added before, unless its input is taken. */
    public Optional<Refusal> connect(Wire wire) {
        return unknown(wire.from().node()).or(() -> unknown(wire.to().node())).or(() -> taken(wire));
    }

    private Optional<Refusal> taken(Wire wire) {
        return Optional.ofNullable(wiresByInput.putIfAbsent(wire.to(), wire))
                .map(by -> new Refusal.InputTaken(wire.to(), by.from()));
    }

    /** Says where the card of a node that was added before stands. */
    public Optional<Refusal> place(NodeId node, Position position) {
        Optional<Refusal> unknown = unknown(node);
        if (unknown.isEmpty()) {
            layout.put(node, position);
        }
        return unknown;
    }

    private Optional<Refusal> unknown(NodeId node) {
        return nodes.containsKey(node) ? Optional.empty() : Optional.of(new Refusal.UnknownNode(node));
    }

    /** The whole, unless its wires close a circle. */
    public Outcome done() {
        Map<NodeId, Position> places = new HashMap<>(layout);
        nodes.keySet().forEach(node -> places.putIfAbsent(node, new Position(0, 0)));
        Amalgamation graph = new Amalgamation(nodes, wiresByInput, places);
        if (graph.order().size() == nodes.size()) {
            return new Outcome.Applied(graph);
        }
        return graph.wires().stream()
                .filter(wire -> wire.from().node().equals(wire.to().node())
                        || graph.downstream(wire.to().node())
                                .contains(wire.from().node()))
                .findFirst()
                .<Outcome>map(wire -> new Outcome.Refused(new Refusal.WouldCycle(wire.from(), wire.to())))
                .orElseThrow();
    }
}
