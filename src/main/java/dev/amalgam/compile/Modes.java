package dev.amalgam.compile;

import dev.amalgam.compile.NodeTyping.Incoming;
import dev.amalgam.compile.NodeTyping.Result;
import dev.amalgam.graph.Node;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Kind;
import java.util.List;
import java.util.Optional;

/** Finds the types of one node, in the mode that it is in. */
final class Modes {
    private Modes() {}

    static Result infer(Node node, Optional<Kind> kind, Components components, List<Incoming> incoming) {
        Result active = NodeTyping.infer(node, kind, components, incoming);
        return switch (node.mode()) {
            case ACTIVE -> active;
            case MUTED -> silent(node, active, "muted");
            case BYPASSED ->
                kind.filter(Kind::isResult).isPresent()
                        ? silent(node, active, "a bypassed output")
                        : Bypass.infer(node, active, incoming);
        };
    }

    /** What stands against a node does not count while it does not run. */
    private static Result silent(Node node, Result active, String why) {
        Problem told = Problem.warning(
                Problem.MUTED,
                node.id(),
                "'" + node.id() + "' is " + why + ", so that it does not run, nor does what needs it",
                "Activate it to run it");
        return new Result(active.typed().map(TypedNode::unsound), List.of(told));
    }
}
