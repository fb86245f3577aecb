package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Execution;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Optimisation;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results stay true while the document changes, and nothing old passes for new. */
class LiveSessionTest {
    private static final Path SAMPLE = Path.of("samples/figure-3/figure-3.amalgam");
    private static final NodeId PHOTO = new NodeId("photo");
    private static final NodeId BOTTOM = new NodeId("shared bottom");
    private static final NodeId SOFTMAX = new NodeId("softmax");
    private static final NodeId DECIDE = new NodeId("decide");

    private Desk desk;
    private Workspace workspace;

    @BeforeEach
    void open() throws Exception {
        desk = Desk.start(DeskSettings.standard());
        workspace = desk.open(SAMPLE);
    }

    @AfterEach
    void close() {
        workspace.close();
        desk.close();
    }

    @Test
    void theFirstCompleteRunHasAResultForEachNode() throws Exception {
        LiveState done = settled();
        assertThat(done.phase()).isEqualTo(Phase.DONE);
        assertThat(done.runtime()).isEqualTo("ONNX Runtime 1.29.0");
        assertThat(done.workerBytes()).isPositive();
        assertThat(done.nodes()).hasSize(15).allSatisfy((node, state) -> {
            assertThat(state.status()).as(node.name()).isEqualTo(Status.FRESH);
            assertThat(state.reading()).as(node.name()).isPresent();
        });
        assertThat(best(done)).isEqualTo("Egyptian cat");
    }

    @Test
    void aChangedHeadIsStaleAtOnceAndTheBottomIsNotRunAgain() throws Exception {
        settled();
        var seen = new CopyOnWriteArrayList<LiveState>();
        try (Subscription _ = workspace.live().onChange(seen::add)) {
            apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(2))));
            LiveState first = seen.getFirst();
            assertThat(first.node(SOFTMAX).status()).isEqualTo(Status.STALE);
            assertThat(first.node(DECIDE).status()).isEqualTo(Status.STALE);
            assertThat(first.node(BOTTOM).status()).isEqualTo(Status.CACHED);
        }
        LiveState done = settled();
        assertThat(done.node(SOFTMAX).status()).isEqualTo(Status.FRESH);
        assertThat(done.node(BOTTOM).status()).isEqualTo(Status.CACHED);
        assertThat(done.node(BOTTOM).milliseconds()).isPresent();
    }

    @Test
    void oddValuesAreSpokenOfWhereTheyAreAndNoLongerThanTheyAreOdd() throws Exception {
        List<NodeId> all = workspace.document().state().graph().order();
        assertThat(settled().findings(all)).isEmpty();
        apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(0.001))));
        assertThat(settled().findings(all))
                .allMatch(found -> found.code().equals("saturated"))
                .extracting(found -> found.node().orElseThrow())
                .containsExactly(SOFTMAX, new NodeId("top five"));
        apply(new Edit.Move(Map.of(PHOTO, new Position(5, 5))));
        assertThat(settled().findings(all)).hasSize(2);
        apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(1))));
        assertThat(settled().findings(all)).isEmpty();
    }

    @Test
    void movingAndUndoingAMoveRunNothing() throws Exception {
        LiveState before = settled();
        apply(new Edit.Move(Map.of(PHOTO, new Position(5, 5))));
        LiveState moved = workspace.live().state();
        assertThat(moved.phase()).isEqualTo(Phase.DONE);
        assertThat(moved.nodes()).isEqualTo(before.nodes());
        assertThat(moved.revision())
                .isEqualTo(workspace.document().state().revision().number());
    }

    @Test
    void undoBringsTheOldAnswerBack() throws Exception {
        Optional<Reading> before = settled().node(DECIDE).reading();
        apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(5))));
        assertThat(settled().node(DECIDE).reading()).isNotEqualTo(before);
        workspace.document().undo();
        assertThat(settled().node(DECIDE).reading()).isEqualTo(before);
    }

    @Test
    void aRenamedNodeAndAWireThatComesBackFindResultAndTimeAgain() throws Exception {
        settled();
        apply(new Edit.Rename(BOTTOM, new NodeId("bottom")));
        NodeState renamed = settled().node(new NodeId("bottom"));
        assertThat(renamed.status()).isEqualTo(Status.CACHED);
        assertThat(renamed.milliseconds()).isPresent();
        apply(new Edit.Disconnect(PortRef.of("softmax", "logits")));
        assertThat(settled().node(SOFTMAX).status()).isEqualTo(Status.BLOCKED);
        workspace.document().undo();
        NodeState back = settled().node(SOFTMAX);
        assertThat(back.status()).isEqualTo(Status.CACHED);
        assertThat(back.milliseconds()).isPresent();
    }

    @Test
    void howItRunsIsChangedAndUndoneLikeAnythingElseAndNoOldValuePassesForNew() throws Exception {
        settled();
        var seen = new CopyOnWriteArrayList<LiveState>();
        try (Subscription _ = workspace.live().onChange(seen::add)) {
            apply(new Edit.Execute(Execution.STANDARD.withThreads(1).withOptimisation(Optimisation.NONE)));
            assertThat(seen.getFirst().node(BOTTOM).status()).isEqualTo(Status.STALE);
            assertThat(seen.getFirst().node(PHOTO).status()).isEqualTo(Status.CACHED);
        }
        LiveState single = settled();
        assertThat(single.node(BOTTOM).status()).isEqualTo(Status.FRESH);
        assertThat(single.device()).isEqualTo("CPU, 1 thread");
        assertThat(best(single)).isEqualTo("Egyptian cat");
        workspace.document().undo();
        assertThat(settled().device()).doesNotContain("1 thread").endsWith("threads");
        assertThat(workspace.document().state().graph().execution()).isEqualTo(Execution.STANDARD);
    }

    @Test
    void aDeviceThatIsNotThereFallsBackToTheProcessorAndSaysWhy() throws Exception {
        assertThat(settled().deviceNote()).isEmpty();
        apply(new Edit.Execute(Execution.STANDARD.withDevice("cuda:42")));
        LiveState done = settled();
        assertThat(done.phase()).isEqualTo(Phase.DONE);
        assertThat(done.device()).startsWith("CPU");
        assertThat(done.deviceNote()).startsWith("Runs on the processor: ").endsWith(".");
    }

    @Test
    void anotherPhotoChangesEveryAnswer() throws Exception {
        settled();
        apply(new Edit.Change(PHOTO, "file", Optional.of(coffee())));
        assertThat(best(settled())).isEqualTo("espresso");
    }

    @Test
    void aBrokenPhotoFailsThereAndBlocksWhatHangsBelow(@TempDir Path folder) throws Exception {
        settled();
        Path letter = Files.writeString(folder.resolve("letter.png"), "not a picture");
        apply(new Edit.Change(PHOTO, "file", Optional.of(workspace.reference(letter))));
        LiveState failed = settled();
        assertThat(failed.phase()).isEqualTo(Phase.FAILED);
        assertThat(failed.node(PHOTO).status()).isEqualTo(Status.FAILED);
        assertThat(failed.node(PHOTO).trouble().orElseThrow().sentence()).contains("letter.png");
        assertThat(failed.node(DECIDE).status()).isEqualTo(Status.BLOCKED);
        assertThat(failed.node(DECIDE).outputs()).isEmpty();
        assertThat(failed.node(DECIDE).trouble().orElseThrow().sentence()).contains("'photo'");
        workspace.document().undo();
        assertThat(settled().phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void whatIsMutedIsSilentWithWhatNeedsItAndNothingIsWrong() throws Exception {
        settled();
        apply(new Edit.SetMode(Set.of(SOFTMAX), Mode.MUTED));
        LiveState muted = settled();
        assertThat(muted.phase()).isEqualTo(Phase.DONE);
        assertThat(muted.node(SOFTMAX).status()).isEqualTo(Status.MUTED);
        assertThat(muted.node(SOFTMAX).outputs()).isEmpty();
        assertThat(muted.node(DECIDE).status()).isEqualTo(Status.MUTED);
        assertThat(muted.node(DECIDE).trouble().orElseThrow().sentence())
                .isEqualTo("It needs 'softmax', which is muted");
        assertThat(muted.node(new NodeId("recognise")).status()).isEqualTo(Status.CACHED);
        workspace.document().undo();
        assertThat(settled().node(DECIDE).status()).isEqualTo(Status.CACHED);
    }

    @Test
    void aBypassedNodeGivesWhatItTakes() throws Exception {
        NodeId unit = new NodeId("unit length");
        apply(new Edit.Batch(
                "unit length",
                List.of(
                        new Edit.Add(new Node(unit, "l2-normalise", Settings.NONE), new Position(0, 0)),
                        new Edit.Connect(PortRef.of("embedding", "embedding"), PortRef.of("unit length", "vectors")))));
        Tensor work = settled().node(unit).outputs().get("vectors");
        apply(new Edit.SetMode(Set.of(unit), Mode.BYPASSED));
        LiveState bypassed = settled();
        Tensor taken = bypassed.node(new NodeId("embedding")).outputs().get("embedding");
        assertThat(bypassed.node(unit).outputs().get("vectors"))
                .isEqualTo(taken)
                .isNotEqualTo(work);
    }

    @Test
    void aWireTakenAwayBlocksItsTaskOnly() throws Exception {
        settled();
        apply(new Edit.Disconnect(PortRef.of("softmax", "logits")));
        LiveState state = settled();
        assertThat(state.node(SOFTMAX).status()).isEqualTo(Status.BLOCKED);
        assertThat(state.node(SOFTMAX).trouble().orElseThrow().sentence()).contains("logits");
        assertThat(state.phase()).isEqualTo(Phase.PARTLY);
        assertThat(state.node(new NodeId("recognise")).status()).isEqualTo(Status.CACHED);
    }

    @Test
    void theNextRunWorksAfterTheWorkerWasKilled() throws Exception {
        settled();
        ProcessHandle.of(desk.worker().info().pid()).orElseThrow().destroyForcibly();
        Value rocket = workspace.reference(Path.of("samples/figure-3/photos/rocket.jpg"));
        apply(new Edit.Change(PHOTO, "file", Optional.of(rocket)));
        assertThat(best(settled())).isEqualTo("missile");
    }

    @Test
    void manyChangesInARowEndWithTheLastOne() throws Exception {
        settled();
        for (int i = 1; i <= 20; i++) {
            apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(i))));
        }
        apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(1))));
        Reading.Ranking ranking =
                (Reading.Ranking) settled().node(DECIDE).reading().orElseThrow();
        assertThat(ranking.scores().getFirst().score()).isBetween(0.49, 0.56);
    }

    @Test
    void aMoveDuringARunNeitherHoldsItUpNorBringsTheOldRevisionBack() throws Exception {
        settled();
        apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(3))));
        apply(new Edit.Move(Map.of(PHOTO, new Position(9, 9))));
        assertThat(settled().node(SOFTMAX).status()).isEqualTo(Status.FRESH);
    }

    @Test
    void savingRunsNothing() throws Exception {
        settled();
        var seen = new CopyOnWriteArrayList<LiveState>();
        try (Subscription _ = workspace.live().onChange(seen::add)) {
            workspace.document().markSaved(workspace.document().state().graph());
        }
        assertThat(seen).extracting(LiveState::phase).containsOnly(Phase.DONE);
    }

    @Test
    void aStoppedRunFailsNothing() throws Exception {
        settled();
        apply(new Edit.Change(PHOTO, "file", Optional.of(coffee())));
        workspace.live().stop();
        LiveState stopped = await(state -> state.phase() == Phase.STOPPED);
        assertThat(stopped.nodes().values())
                .extracting(NodeState::status)
                .doesNotContain(Status.FAILED, Status.BLOCKED, Status.RUNNING);
        assertThat(stopped.node(DECIDE).status()).isEqualTo(Status.STALE);
        assertThat(best(stopped)).isEqualTo("Egyptian cat");
        workspace.live().rerun();
        assertThat(best(settled())).isEqualTo("espresso");
    }

    @Test
    void aWorkerThatIsKilledBeforeItHasToldTheTypesIsNoHarm() throws Exception {
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
        assertThat(best(settled())).isEqualTo("Egyptian cat");
    }

    /** Each workspace has its own runs of the one worker. */
    @Test
    void aChangeHereEndsNoRunThere() throws Exception {
        settled();
        try (Workspace other = desk.open(SAMPLE)) {
            CompletableFuture<LiveState> complete = new CompletableFuture<>();
            try (Subscription _ = other.live().onChange(state -> {
                if (state.phase() == Phase.DONE || state.phase() == Phase.FAILED || state.phase() == Phase.STOPPED) {
                    complete.complete(state);
                }
            })) {
                while (!complete.isDone()) {
                    workspace.live().rerun();
                }
                assertThat(complete.join().phase()).isEqualTo(Phase.DONE);
            }
        }
    }

    @Test
    void afterClosingNothingIsRunAndNothingBreaks() throws Exception {
        settled();
        workspace.close();
        workspace.live().rerun();
        workspace.document().refreshTypes();
        assertThat(workspace.live().state().phase()).isEqualTo(Phase.DONE);
    }

    /** Two threads change the document; whoever listens must never be left with an older state than there is. */
    @Test
    void theLastThatAListenerHearsIsTheLastThatThereIs() throws Exception {
        for (int round = 0; round < 50; round++) {
            var heard = new CopyOnWriteArrayList<Document.State>();
            try (Subscription _ = workspace.document().onChange(heard::add)) {
                Thread refreshing = Thread.ofPlatform().start(workspace.document()::refreshTypes);
                apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(2 + round))));
                refreshing.join();
            }
            // More where the runtime tells types meanwhile.
            assertThat(heard).hasSizeGreaterThanOrEqualTo(2);
            assertThat(heard.getLast()).isSameAs(workspace.document().state());
        }
    }

    private Value coffee() throws Exception {
        return workspace.reference(Path.of("samples/figure-3/photos/coffee.png"));
    }

    private void apply(Edit edit) {
        assertThat(workspace.document().apply(edit)).isEmpty();
    }

    private static String best(LiveState state) {
        Reading.Ranking ranking = (Reading.Ranking) state.node(DECIDE).reading().orElseThrow();
        return ranking.scores().getFirst().label();
    }

    private LiveState settled() throws Exception {
        return await(LiveState::isSettled);
    }

    private LiveState await(Predicate<LiveState> wanted) throws Exception {
        return new Settled(() -> workspace).await(wanted);
    }
}
