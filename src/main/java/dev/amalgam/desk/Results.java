package dev.amalgam.desk;

import dev.amalgam.compile.ContentKeys;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.desk.NodeState.Trouble;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Worker;
import dev.amalgam.run.engine.NodeOutcome;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Which results are true, judged by content key alone: a result is true as long as its node's key stays the same. */
final class Results {
    private final Map<NodeId, String> keys = new HashMap<>();

    static LiveState starting(Document.State document) {
        return new LiveState(
                document.revision().number(),
                Phase.STARTING,
                Map.of(),
                OptionalDouble.empty(),
                "CPU",
                "",
                0,
                "Starting the runtime");
    }

    /** What is known while a new revision is going to be run. */
    synchronized LiveState expecting(Document.State asked, LiveState now) {
        ContentKeys wanted = ContentKeys.of(asked.typing());
        Map<NodeId, NodeState> nodes = new HashMap<>();
        for (NodeId id : asked.graph().order()) {
            nodes.put(id, expected(id, wanted.node(id), now.node(id)));
        }
        Phase phase = now.phase() == Phase.STARTING ? Phase.STARTING : Phase.RUNNING;
        return now.of(asked.revision().number())
                .with(nodes)
                .in(phase, phase == Phase.STARTING ? now.message() : "Running");
    }

    private NodeState expected(NodeId id, Optional<String> wanted, NodeState shown) {
        if (wanted.isPresent()
                && wanted.get().equals(keys.get(id))
                && shown.trouble().isEmpty()) {
            return shown.with(Status.CACHED);
        }
        return shown.outputs().isEmpty() ? NodeState.WAITING : shown.with(Status.STALE);
    }

    /** What is known after a run. */
    synchronized LiveState after(Document.State asked, RunReport report, LiveState now, Worker worker) {
        ContentKeys ran = ContentKeys.of(asked.typing());
        Map<NodeId, NodeState> nodes = new HashMap<>();
        Readings readings = new Readings(asked.typing(), port -> value(report, port));
        keys.clear();
        double total = 0;
        for (NodeId id : asked.graph().order()) {
            NodeState state = state(id, report.nodes().get(id), now.node(id), readings, asked.typing());
            nodes.put(id, state);
            total += state.milliseconds().orElse(0);
            if (state.status() == Status.FRESH || state.status() == Status.CACHED) {
                ran.node(id).ifPresent(key -> keys.put(id, key));
            }
        }
        Phase phase = phase(nodes);
        return new LiveState(
                asked.revision().number(),
                phase,
                nodes,
                OptionalDouble.of(total),
                device(report),
                runtime(worker, now),
                worker.memoryBytes().orElse(0),
                message(phase));
    }

    private static Phase phase(Map<NodeId, NodeState> nodes) {
        if (nodes.values().stream().anyMatch(node -> node.status() == Status.FAILED)) {
            return Phase.FAILED;
        }
        boolean blocked = nodes.values().stream().anyMatch(node -> node.status() == Status.BLOCKED);
        return blocked ? Phase.PARTLY : Phase.DONE;
    }

    private static String message(Phase phase) {
        return switch (phase) {
            case DONE -> "All results are true";
            case PARTLY -> "Problems keep some nodes from running";
            default -> "Some nodes have no result";
        };
    }

    private static NodeState state(
            NodeId id, @Nullable NodeOutcome outcome, NodeState before, Readings readings, Typing typing) {
        if (outcome == null) {
            return blocked(id, typing);
        }
        if (outcome.problem().isPresent()) {
            Problem problem = outcome.problem().get();
            Status status = problem.code().equals("blocked") ? Status.BLOCKED : Status.FAILED;
            Trouble trouble = new Trouble(problem.message(), problem.remedy());
            return new NodeState(status, OptionalDouble.empty(), Map.of(), Optional.empty(), Optional.of(trouble));
        }
        OptionalDouble ms = outcome.cached() ? before.milliseconds() : OptionalDouble.of(outcome.ms());
        return new NodeState(
                outcome.cached() ? Status.CACHED : Status.FRESH,
                ms,
                outcome.outputs(),
                readings.of(id),
                Optional.empty());
    }

    private static NodeState blocked(NodeId id, Typing typing) {
        Trouble trouble = typing.problems().stream()
                .filter(problem -> problem.isError() && problem.node().equals(Optional.of(id)))
                .findFirst()
                .map(problem -> new Trouble(problem.message(), problem.remedy()))
                .orElse(new Trouble("Nothing flows into it yet", "Mend what comes before it"));
        return new NodeState(Status.BLOCKED, OptionalDouble.empty(), Map.of(), Optional.empty(), Optional.of(trouble));
    }

    private static Optional<Tensor> value(RunReport report, PortRef port) {
        return Optional.ofNullable(report.nodes().get(port.node()))
                .map(node -> node.outputs().get(port.port()));
    }

    private static String device(RunReport report) {
        return report.device().isEmpty() || report.device().equals("cpu")
                ? "CPU, " + Runtime.getRuntime().availableProcessors() + " threads"
                : report.device();
    }

    private static String runtime(Worker worker, LiveState now) {
        try {
            return worker.info().runtime();
        } catch (RunException e) {
            return now.runtime();
        }
    }
}
