package dev.amalgam.desk;

import dev.amalgam.compile.ContentKeys;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.desk.NodeState.Trouble;
import dev.amalgam.desk.input.Given;
import dev.amalgam.desk.input.Moment;
import dev.amalgam.desk.numerics.Numerics;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Worker;
import dev.amalgam.run.engine.NodeOutcome;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which results are true, judged by content key alone: a result is true as long as its node's key stays the same. Immutable.
 *
 * @param shown the results as they are shown
 * @param times the milliseconds it took to compute what has a key, so that undo and renaming find them again
 */
record Results(LiveState shown, Map<String, Double> times) {
    /** More than anybody can look back on; then only what is shown is remembered. */
    private static final int MOST_TIMES = 5000;

    private static final String STOPPED = "stopped";
    private static final String BLOCKED = "blocked";

    Results {
        times = Map.copyOf(times);
    }

    static Results starting(Document.State document) {
        LiveState nothing = new LiveState(
                document.revision().number(),
                Phase.STARTING,
                Map.of(),
                OptionalDouble.empty(),
                DeviceWords.of(
                        document.graph().execution().device(), document.graph().execution()),
                "",
                0,
                "Starting the runtime");
        return new Results(nothing, Map.of());
    }

    /** The same results of another revision that means the same. */
    Results of(long revision) {
        return new Results(shown.of(revision), times);
    }

    Results in(Phase phase, String why) {
        return new Results(shown.in(phase, why), times);
    }

    /** The same while nothing is to run; a failure is still told. */
    Results resting() {
        if (shown.phase() == Phase.FAILED || shown.phase() == Phase.STOPPED) {
            return this;
        }
        boolean all = shown.nodes().values().stream().allMatch(NodeState::isTrue);
        return in(Phase.PAUSED, all ? "Paused. All results are true" : "Paused. It runs only when asked");
    }

    Results running(NodeId node) {
        return new Results(shown.with(node, shown.node(node).with(Status.RUNNING)), times);
    }

    /** More is said of a finding, where it still is one. */
    Results telling(Problem finding, Problem more) {
        return finding.node()
                .filter(node -> shown.node(node).findings().contains(finding))
                .map(node -> new Results(shown.with(node, shown.node(node).saying(finding, more)), times))
                .orElse(this);
    }

    /** What is known while a new revision is going to be run. */
    Results expecting(Document.State asked, Moment inputs) {
        ContentKeys wanted = ContentKeys.of(asked.typing(), inputs.known());
        Set<NodeId> open = new HashSet<>(inputs.open());
        inputs.open().forEach(source -> open.addAll(asked.graph().downstream(source)));
        Map<NodeId, NodeState> nodes = new HashMap<>();
        for (NodeId id : asked.graph().order()) {
            nodes.put(id, expected(id, open.contains(id) ? Optional.empty() : wanted.node(id)));
        }
        LiveState expected = shown.of(asked.revision().number()).with(nodes);
        return new Results(shown.phase() == Phase.STARTING ? expected : expected.in(Phase.RUNNING, "Running"), times);
    }

    private NodeState expected(NodeId id, Optional<String> wanted) {
        NodeState known = shown.node(id);
        boolean isTrue = wanted.isPresent()
                && wanted.equals(known.key())
                && !known.outputs().isEmpty();
        return known.with(isTrue ? Status.CACHED : known.outputs().isEmpty() ? Status.WAITING : Status.STALE)
                .withoutTrouble();
    }

    /** What is known after a run. */
    Results after(Wanted run, Given inputs, RunReport report, Worker worker) {
        Document.State asked = run.document();
        ContentKeys ran = ContentKeys.of(asked.typing(), inputs.values());
        Readings readings = new Readings(asked.typing(), port -> value(report, port));
        boolean stopped =
                report.problems().stream().anyMatch(problem -> problem.code().equals(STOPPED));
        Map<NodeId, NodeState> nodes = new HashMap<>();
        Map<String, Double> took = new HashMap<>(times.size() > MOST_TIMES ? Map.of() : times);
        for (NodeId id : asked.graph().order()) {
            NodeOutcome outcome = report.nodes().get(id);
            OptionalDouble ms = time(ran.node(id), outcome, took);
            boolean leftOut = !run.nodes().contains(id);
            boolean unfinished = stopped && ran.node(id).isPresent() && isUnfinished(outcome);
            NodeState state = leftOut || unfinished
                    ? expected(id, leftOut ? ran.node(id) : Optional.empty())
                    : state(id, outcome, ms, readings, report, asked.typing());
            nodes.put(id, (state.isTrue() ? state.of(ran.node(id)) : state).finding(inputs.finding(id)));
        }
        boolean partly = stopped || !run.nodes().containsAll(nodes.keySet());
        return new Results(complete(asked, report, nodes, stopped, partly, worker), took);
    }

    /** How long it took to compute what a node gives, now or when that was last done. */
    private static OptionalDouble time(Optional<String> key, @Nullable NodeOutcome outcome, Map<String, Double> took) {
        if (key.isEmpty() || outcome == null) {
            return OptionalDouble.empty();
        }
        if (!outcome.cached() && outcome.problem().isEmpty()) {
            took.put(key.get(), outcome.ms());
        }
        Double ms = took.get(key.get());
        return ms == null ? OptionalDouble.empty() : OptionalDouble.of(ms);
    }

    /** Whether a stopped run did not get to it, so that nothing is said against it. */
    private static boolean isUnfinished(@Nullable NodeOutcome outcome) {
        return outcome == null
                || outcome.problem()
                        .filter(problem ->
                                problem.code().equals(STOPPED) || problem.code().equals(BLOCKED))
                        .isPresent();
    }

    private LiveState complete(
            Document.State asked,
            RunReport report,
            Map<NodeId, NodeState> nodes,
            boolean stopped,
            boolean partly,
            Worker worker) {
        Phase phase = stopped ? Phase.STOPPED : phase(nodes);
        double total = nodes.values().stream()
                .mapToDouble(node -> node.milliseconds().orElse(0))
                .sum();
        return new LiveState(
                shown.revision(),
                phase,
                nodes,
                partly ? shown.milliseconds() : OptionalDouble.of(total),
                DeviceWords.of(report.device(), asked.graph().execution()),
                report.deviceNote().orElse(""),
                runtime(worker),
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
            case STOPPED -> "Stopped before all was computed";
            default -> "Some nodes have no result";
        };
    }

    private NodeState state(
            NodeId id,
            @Nullable NodeOutcome outcome,
            OptionalDouble ms,
            Readings readings,
            RunReport report,
            Typing typing) {
        if (outcome == null) {
            return blocked(id, report, typing);
        }
        if (outcome.problem().isPresent()) {
            Problem problem = outcome.problem().get();
            Status status = problem.code().equals(BLOCKED) ? Status.BLOCKED : Status.FAILED;
            Trouble trouble = new Trouble(problem.message(), problem.remedy());
            return new NodeState(status, OptionalDouble.empty(), Map.of(), Optional.empty(), Optional.of(trouble));
        }
        return new NodeState(
                outcome.cached() ? Status.CACHED : Status.FRESH,
                ms,
                outcome.outputs(),
                readings.of(id),
                Optional.empty(),
                findings(id, outcome, typing));
    }

    /** Values that were there before were judged before. */
    private List<Problem> findings(NodeId id, NodeOutcome outcome, Typing typing) {
        NodeState before = shown.node(id);
        boolean same = before.outputs().keySet().equals(outcome.outputs().keySet())
                && outcome.outputs().entrySet().stream()
                        .allMatch(output -> before.outputs().get(output.getKey()) == output.getValue());
        return same && !outcome.outputs().isEmpty()
                ? before.findings().stream()
                        .filter(finding -> !Given.isFinding(finding))
                        .toList()
                : judged(id, outcome, typing);
    }

    private static List<Problem> judged(NodeId id, NodeOutcome outcome, Typing typing) {
        List<Problem> findings = new ArrayList<>();
        outcome.outputs().forEach((output, value) -> {
            PortRef port = new PortRef(id, output);
            typing.output(port).flatMap(type -> Numerics.of(port, type, value)).ifPresent(findings::add);
        });
        return findings;
    }

    private static NodeState blocked(NodeId id, RunReport report, Typing typing) {
        Optional<Trouble> silence = Silence.of(id, typing);
        if (silence.isPresent()) {
            return new NodeState(Status.MUTED, OptionalDouble.empty(), Map.of(), Optional.empty(), silence);
        }
        Trouble trouble = typing.problems().stream()
                .filter(problem -> problem.isError() && problem.node().equals(Optional.of(id)))
                .findFirst()
                .map(problem -> new Trouble(problem.message(), problem.remedy()))
                .orElseGet(() -> waiting(id, report, typing));
        return new NodeState(Status.BLOCKED, OptionalDouble.empty(), Map.of(), Optional.empty(), Optional.of(trouble));
    }

    /** Names the node above that all waits for. */
    private static Trouble waiting(NodeId id, RunReport report, Typing typing) {
        Set<NodeId> above = typing.graph().upstream(id);
        return Stream.concat(typing.problems().stream(), report.problems().stream())
                .filter(Problem::isError)
                .flatMap(problem -> problem.node().stream())
                .filter(above::contains)
                .findFirst()
                .map(node ->
                        new Trouble("It waits for '" + node + "', which has no result", "Mend '" + node + "' first"))
                .orElse(new Trouble("Nothing flows into it yet", "Mend what comes before it"));
    }

    private static Optional<Tensor> value(RunReport report, PortRef port) {
        return Optional.ofNullable(report.nodes().get(port.node()))
                .map(node -> node.outputs().get(port.port()));
    }

    private String runtime(Worker worker) {
        try {
            return worker.info().runtime();
        } catch (RunException e) {
            return shown.runtime();
        }
    }
}
