package dev.amalgam.graph;

import java.util.Optional;
import java.util.Set;

/** Applies edits. The same code answers whether a wire may be drawn, so the two cannot differ. */
public final class Edits {
    private final WiringRules rules;

    /** Edits under these rules. */
    public Edits(WiringRules rules) {
        this.rules = rules;
    }

    /** The amalgamation after the edit, or why there is none. */
    public Outcome apply(Amalgamation graph, Edit edit) {
        return switch (edit) {
            case Edit.Add add -> add(graph, add);
            case Edit.Remove remove -> remove(graph, remove.nodes());
            case Edit.Connect connect ->
                refuse(graph, connect.from(), connect.to())
                        .<Outcome>map(Outcome.Refused::new)
                        .orElseGet(() -> new Outcome.Applied(graph.with(new Wire(connect.from(), connect.to()))));
            case Edit.Disconnect disconnect -> disconnect(graph, disconnect.to());
            case Edit.Change change -> change(graph, change);
            case Edit.Rename rename -> rename(graph, rename.from(), rename.to());
            case Edit.Move move -> move(graph, move);
            case Edit.Batch batch -> batch(graph, batch);
        };
    }

    /** Why a wire may not join these ports, or empty where it may. */
    public Optional<Refusal> refuse(Amalgamation graph, PortRef from, PortRef to) {
        return unknown(graph, from.node())
                .or(() -> unknown(graph, to.node()))
                .or(() -> graph.wireInto(to).map(wire -> new Refusal.InputTaken(to, wire.from())))
                .or(() -> cycle(graph, from, to))
                .or(() -> rules.refuse(graph, from, to));
    }

    private static Optional<Refusal> unknown(Amalgamation graph, NodeId node) {
        return graph.node(node).isPresent() ? Optional.empty() : Optional.of(new Refusal.UnknownNode(node));
    }

    private static Optional<Refusal> cycle(Amalgamation graph, PortRef from, PortRef to) {
        boolean closes =
                from.node().equals(to.node()) || graph.downstream(to.node()).contains(from.node());
        return closes ? Optional.of(new Refusal.WouldCycle(from, to)) : Optional.empty();
    }

    private static Outcome add(Amalgamation graph, Edit.Add add) {
        return graph.node(add.node().id()).isPresent()
                ? refused(new Refusal.NameTaken(add.node().id()))
                : new Outcome.Applied(graph.withNode(add.node(), add.position()));
    }

    private static Outcome remove(Amalgamation graph, Set<NodeId> nodes) {
        return nodes.stream()
                .flatMap(node -> unknown(graph, node).stream())
                .findFirst()
                .map(Edits::refused)
                .orElseGet(() -> new Outcome.Applied(graph.without(nodes)));
    }

    private static Outcome disconnect(Amalgamation graph, PortRef to) {
        return unknown(graph, to.node())
                .map(Edits::refused)
                .orElseGet(() -> new Outcome.Applied(graph.withoutWireInto(to)));
    }

    private static Outcome change(Amalgamation graph, Edit.Change change) {
        return graph.node(change.node())
                .map(node -> node.with(node.settings().with(change.setting(), change.value())))
                .<Outcome>map(node -> new Outcome.Applied(graph.replace(node)))
                .orElseGet(() -> refused(new Refusal.UnknownNode(change.node())));
    }

    private static Outcome rename(Amalgamation graph, NodeId from, NodeId to) {
        if (graph.node(from).isEmpty()) {
            return refused(new Refusal.UnknownNode(from));
        }
        if (from.equals(to)) {
            return new Outcome.Applied(graph);
        }
        return graph.node(to).isPresent()
                ? refused(new Refusal.NameTaken(to))
                : new Outcome.Applied(graph.renamed(from, to));
    }

    private static Outcome move(Amalgamation graph, Edit.Move move) {
        return move.positions().keySet().stream()
                .flatMap(node -> unknown(graph, node).stream())
                .findFirst()
                .map(Edits::refused)
                .orElseGet(() -> new Outcome.Applied(graph.moved(move.positions())));
    }

    private Outcome batch(Amalgamation graph, Edit.Batch batch) {
        Outcome outcome = new Outcome.Applied(graph);
        for (Edit edit : batch.edits()) {
            outcome = outcome.then(current -> apply(current, edit));
        }
        return outcome;
    }

    private static Outcome refused(Refusal refusal) {
        return new Outcome.Refused(refusal);
    }
}
