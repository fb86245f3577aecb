package dev.amalgam.desk;

import dev.amalgam.compile.ContentKeys;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.desk.play.Played;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.run.engine.NodeOutcome;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one frame brought for sources and results, to be laid over what is known of the nodes. Like that, it is true as long as
 * the content keys stay the same. Immutable.
 */
record Overlay(Typing typing, ContentKeys keys, Map<NodeId, Tensor> frame, Map<NodeId, NodeState> nodes) {
    Overlay {
        nodes = Map.copyOf(nodes);
    }

    static Overlay of(Played played) {
        Typing typing = played.typing();
        RunReport report = played.report();
        ContentKeys keys = ContentKeys.of(typing, played.frame());
        Readings readings = new Readings(typing, port -> value(typing, report, port));
        Map<NodeId, NodeState> nodes = new HashMap<>();
        played.frame()
                .forEach((source, value) -> typing.node(source)
                        .ifPresent(typed -> nodes.put(
                                source,
                                state(
                                        source,
                                        Map.of(typed.outputs().firstEntry().getKey(), value),
                                        readings,
                                        keys))));
        report.nodes().forEach((node, outcome) -> {
            if (report.results().containsKey(node)) {
                nodes.put(node, state(node, outcome.outputs(), readings, keys));
            }
        });
        return new Overlay(typing, keys, played.frame(), nodes);
    }

    private static NodeState state(NodeId id, Map<String, Tensor> outputs, Readings readings, ContentKeys keys) {
        return new NodeState(Status.FRESH, OptionalDouble.empty(), outputs, readings.of(id), Optional.empty())
                .of(keys.node(id));
    }

    /** The value at an output: told by the run, fed in, or what a result is. */
    private static Optional<Tensor> value(Typing typing, RunReport report, PortRef port) {
        NodeOutcome outcome = report.nodes().get(port.node());
        Tensor told = outcome == null ? null : outcome.outputs().get(port.port());
        return Optional.ofNullable(told)
                .or(() -> Optional.ofNullable(report.inputs().get(port.node())))
                .or(() -> typing.graph().wiresOutOf(port.node()).stream()
                        .filter(wire -> wire.from().equals(port))
                        .flatMap(wire -> Optional.ofNullable(
                                report.results().get(wire.to().node()))
                                .stream())
                        .findFirst());
    }

    /**
     * The results of the nodes with these over them, where they are true.
     *
     * @param now the keys of the present revision with this frame
     */
    LiveState over(LiveState base, ContentKeys now) {
        Map<NodeId, NodeState> shown = new HashMap<>(base.nodes());
        if (!frame.isEmpty()) {
            // What stands between source and result was computed for another frame.
            shown.replaceAll((id, node) -> node.isTrue() && !isTrue(id, node, now) ? node.with(Status.STALE) : node);
        }
        nodes.forEach((id, above) -> shown.computeIfPresent(id, (_, below) -> laid(id, above, below, now)));
        return base.with(shown);
    }

    private static NodeState laid(NodeId id, NodeState above, NodeState below, ContentKeys now) {
        NodeState timed = above.took(below.milliseconds());
        if (isTrue(id, timed, now)) {
            return timed;
        }
        boolean better = below.isTrue() || below.trouble().isPresent();
        return better ? below : timed.with(below.status() == Status.RUNNING ? Status.RUNNING : Status.STALE);
    }

    private static boolean isTrue(NodeId id, NodeState node, ContentKeys now) {
        return node.key().isPresent() && node.key().equals(now.node(id));
    }
}
