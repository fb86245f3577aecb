package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample live, paused, up to a node, and node by node. */
class RunModesTest {
    private static final Path SAMPLE = Path.of("samples/figure-3/figure-3.amalgam");
    private static final NodeId PHOTO = new NodeId("photo");
    private static final NodeId BOTTOM = new NodeId("shared bottom");
    private static final NodeId SOFTMAX = new NodeId("softmax");
    private static final NodeId DECIDE = new NodeId("decide");

    private static Desk desk;

    private Workspace workspace;
    private LiveSession live;

    @BeforeAll
    static void start() {
        desk = Desk.start(DeskSettings.standard());
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void open() throws Exception {
        workspace = desk.open(SAMPLE);
        live = workspace.live();
        await(state -> state.phase() == Phase.DONE);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void whilePausedAChangeOnlyMarksWhatIsNotTrueAnyMore() throws Exception {
        live.use(RunMode.PAUSED);
        assertThat(live.state().phase()).isEqualTo(Phase.PAUSED);
        Map<NodeId, Long> before = runs();
        change(2);
        assertThat(live.state().phase()).isEqualTo(Phase.PAUSED);
        assertThat(live.state().isSettled()).isTrue();
        assertThat(live.state().node(SOFTMAX).status()).isEqualTo(Status.STALE);
        assertThat(live.state().node(BOTTOM).status()).isEqualTo(Status.CACHED);
        live.use(RunMode.LIVE);
        LiveState done = await(state -> state.phase() == Phase.DONE);
        assertThat(done.node(SOFTMAX).status()).isEqualTo(Status.FRESH);
        assertThat(ranSince(before)).contains(SOFTMAX).doesNotContain(BOTTOM, PHOTO);
    }

    @Test
    void whatUndoBringsBackIsTrueWithoutARun() throws Exception {
        live.use(RunMode.PAUSED);
        change(2);
        workspace.document().undo();
        assertThat(live.state().nodes().values()).allMatch(NodeState::isTrue);
    }

    @Test
    void runsOnlyWhatANodeNeedsAndPauses() throws Exception {
        Map<NodeId, Long> before = runs();
        live.use(RunMode.PAUSED);
        workspace.document().apply(new Edit.Change(PHOTO, "file", Optional.of(coffee())));
        live.runTo(SOFTMAX);
        LiveState there = await(
                state -> state.phase() == Phase.PAUSED && state.node(SOFTMAX).isTrue());
        assertThat(live.mode()).isEqualTo(RunMode.PAUSED);
        assertThat(there.node(BOTTOM).status()).isEqualTo(Status.FRESH);
        assertThat(there.node(DECIDE).status()).isEqualTo(Status.STALE);
        assertThat(there.node(new NodeId("similarity")).status()).isEqualTo(Status.STALE);
        assertThat(ranSince(before))
                .contains(BOTTOM, SOFTMAX)
                .doesNotContain(new NodeId("similarity"), new NodeId("top five"));
        live.runTo(DECIDE);
        LiveState result = await(
                state -> state.phase() == Phase.PAUSED && state.node(DECIDE).isTrue());
        assertThat(result.node(DECIDE).outputs().get("value").strings().getFirst())
                .startsWith("espresso");
        assertThat(result.node(new NodeId("similarity")).status()).isEqualTo(Status.STALE);
    }

    @Test
    void stepsFromNodeToNodeInTheOrderOfTheFlowAndThenRoundAndRound() throws Exception {
        live.use(RunMode.PAUSED);
        workspace.document().apply(new Edit.Change(PHOTO, "file", Optional.of(coffee())));
        List<NodeId> order = workspace.document().state().graph().order();
        List<NodeId> went = new ArrayList<>();
        for (NodeId expected : order) {
            NodeId next = live.step().orElseThrow();
            went.add(next);
            LiveState state = await(it -> it.phase() == Phase.PAUSED);
            assertThat(state.node(next).isTrue()).as(next.name()).isTrue();
            long open = state.nodes().values().stream()
                    .filter(node -> !node.isTrue())
                    .count();
            assertThat(open).as("after " + expected).isEqualTo(order.size() - went.size());
        }
        assertThat(went).isEqualTo(order);
        Map<NodeId, Long> before = runs();
        assertThat(live.step()).contains(order.getFirst());
        assertThat(live.step()).contains(order.get(1));
        assertThat(ranSince(before)).isEmpty();
    }

    @Test
    void runAgainRunsAllWhilePaused() throws Exception {
        live.use(RunMode.PAUSED);
        change(3);
        live.rerun();
        LiveState done = await(state -> state.phase() == Phase.PAUSED);
        assertThat(done.nodes().values()).allMatch(NodeState::isTrue);
        assertThat(live.mode()).isEqualTo(RunMode.PAUSED);
    }

    @Test
    void aRunUpToANodeCanBeStopped() throws Exception {
        live.use(RunMode.PAUSED);
        workspace.document().apply(new Edit.Change(PHOTO, "file", Optional.of(coffee())));
        live.runTo(DECIDE);
        live.stop();
        LiveState stopped = await(LiveState::isSettled);
        assertThat(stopped.nodes().values())
                .extracting(NodeState::status)
                .doesNotContain(Status.FAILED, Status.RUNNING, Status.BLOCKED);
    }

    private Map<NodeId, Long> runs() {
        Map<NodeId, Long> runs = new TreeMap<>();
        workspace.document().state().graph().order().forEach(node -> runs.put(node, live.runs(node)));
        return runs;
    }

    private List<NodeId> ranSince(Map<NodeId, Long> before) {
        return before.keySet().stream()
                .filter(node -> live.runs(node) > before.get(node))
                .toList();
    }

    private void change(double temperature) {
        Edit edit = new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(temperature)));
        assertThat(workspace.document().apply(edit)).isEmpty();
    }

    private Value coffee() throws Exception {
        return workspace.reference(Path.of("samples/figure-3/photos/coffee.png"));
    }

    private LiveState await(Predicate<LiveState> wanted) throws Exception {
        CompletableFuture<LiveState> found = new CompletableFuture<>();
        try (Subscription _ = live.onChange(state -> complete(found, state, wanted))) {
            complete(found, live.state(), wanted);
            return found.get(120, TimeUnit.SECONDS);
        }
    }

    private static void complete(CompletableFuture<LiveState> found, LiveState state, Predicate<LiveState> wanted) {
        if (wanted.test(state)) {
            found.complete(state);
        }
    }
}
