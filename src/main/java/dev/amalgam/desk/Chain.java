package dev.amalgam.desk;

import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.kind.Signature.Input;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Wires nodes to one another from left to right: each free input that a node needs takes the first output that fits, of the
 * nearest node to its left that has one.
 */
public final class Chain {
    private final List<Edit> wires = new ArrayList<>();
    private Typing typing;

    private Chain(Typing typing) {
        this.typing = typing;
    }

    /** The edit that wires these nodes, one step for undo; empty where nothing fits. */
    public static Optional<Edit> of(Typing typing, Collection<NodeId> nodes) {
        Amalgamation graph = typing.graph();
        List<NodeId> leftToRight = nodes.stream()
                .sorted(Comparator.comparingDouble(
                                (NodeId id) -> graph.position(id).x())
                        .thenComparingDouble(id -> graph.position(id).y()))
                .toList();
        Chain chain = new Chain(typing);
        for (int i = 1; i < leftToRight.size(); i++) {
            chain.feed(leftToRight.get(i), leftToRight.subList(0, i).reversed());
        }
        return switch (chain.wires.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(chain.wires.getFirst());
            default -> Optional.of(new Edit.Batch("Connect " + nodes.size() + " nodes", chain.wires));
        };
    }

    private void feed(NodeId node, List<NodeId> nearestFirst) {
        for (PortRef input : needed(node)) {
            for (PortRef output : nearestFirst.stream().flatMap(this::outputs).toList()) {
                if (!feeds(output, node) && connects(new Edit.Connect(output, input))) {
                    break;
                }
            }
        }
    }

    private List<PortRef> needed(NodeId node) {
        return typing.node(node).stream()
                .flatMap(typed -> typed.signature().inputs().stream())
                .filter(input -> !input.optional())
                .map(Input::name)
                .map(name -> new PortRef(node, name))
                .toList();
    }

    private Stream<PortRef> outputs(NodeId node) {
        return typing.node(node).stream()
                .flatMap(typed -> typed.outputs().keySet().stream())
                .map(name -> new PortRef(node, name));
    }

    private boolean feeds(PortRef output, NodeId node) {
        return typing.graph().wiresInto(node).stream()
                .anyMatch(wire -> wire.from().equals(output));
    }

    /** Draws a wire if it may be drawn; what comes next is judged with it. */
    private boolean connects(Edit.Connect wire) {
        if (new Edits(typing).apply(typing.graph(), wire) instanceof Outcome.Applied(Amalgamation wired)) {
            typing = typing.next(wired);
            wires.add(wire);
            return true;
        }
        return false;
    }
}
