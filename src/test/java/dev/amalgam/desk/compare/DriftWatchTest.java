package dev.amalgam.desk.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.Subscription;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Value;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far live results are from what was pinned; never told of a value that is not true any more. */
class DriftWatchTest {
    private static final NodeId SOFTMAX = new NodeId("softmax");
    private static final PortRef PROBABILITIES = PortRef.of("softmax", "probabilities");

    private Desk desk;
    private Workspace workspace;
    private DriftWatch watch;

    @BeforeEach
    void open() throws Exception {
        desk = Desk.start(DeskSettings.standard());
        workspace = desk.open(Path.of("samples/figure-3/figure-3.amalgam"));
        watch = new DriftWatch(workspace.document(), workspace.live());
        until(LiveState::isSettled);
    }

    @AfterEach
    void close() {
        watch.close();
        workspace.close();
        desk.close();
    }

    private void until(Predicate<LiveState> condition) throws Exception {
        CompletableFuture<LiveState> reached = new CompletableFuture<>();
        try (Subscription _ = workspace.live().onChange(state -> complete(reached, state, condition))) {
            complete(reached, workspace.live().state(), condition);
            reached.get(60, TimeUnit.SECONDS);
        }
    }

    private Drift untilDrift(Predicate<Drift> condition) throws Exception {
        CompletableFuture<Drift> reached = new CompletableFuture<>();
        try (Subscription _ = watch.onChange(drift -> complete(reached, drift, condition))) {
            complete(reached, watch.drift(), condition);
            return reached.get(60, TimeUnit.SECONDS);
        }
    }

    private static <T> void complete(CompletableFuture<T> reached, T state, Predicate<T> condition) {
        if (condition.test(state)) {
            reached.complete(state);
        }
    }

    private LiveState live() {
        return workspace.live().state();
    }

    /** Every output that is true now has been compared. */
    private boolean isComplete(Drift drift) {
        return live().isSettled() && drift.of(PROBABILITIES, live()).isPresent();
    }

    private void temperature(double value) {
        workspace.document().apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(value))));
    }

    @Test
    void whatChangesDriftsAndComesBack() throws Exception {
        assertThat(watch.drift()).isEqualTo(Drift.NONE);
        watch.pin();
        Drift pinned = untilDrift(this::isComplete);
        assertThat(pinned.reference().orElseThrow().size()).isGreaterThan(12);
        assertThat(pinned.different(live())).isZero();

        temperature(4);
        // At once, before anything has run: what is stale has no drift.
        assertThat(watch.drift().of(PROBABILITIES, live())).isEmpty();
        Drift drifted = untilDrift(this::isComplete);
        assertThat(drifted.of(PROBABILITIES, live()).orElseThrow().isEqual()).isFalse();
        assertThat(drifted.of(SOFTMAX, live()).orElseThrow().isEqual()).isFalse();
        assertThat(drifted.of(new NodeId("shared bottom"), live()).orElseThrow().isEqual())
                .isTrue();
        assertThat(drifted.different(live())).isPositive();

        workspace.document().undo();
        Drift back = untilDrift(this::isComplete);
        assertThat(back.different(live())).isZero();
    }

    @Test
    void aRenamedNodeIsComparedWithWhatItWas() throws Exception {
        watch.pin();
        untilDrift(this::isComplete);
        workspace.document().apply(new Edit.Rename(SOFTMAX, new NodeId("sure")));
        PortRef renamed = PortRef.of("sure", "probabilities");
        Drift drift =
                untilDrift(it -> live().isSettled() && it.of(renamed, live()).isPresent());
        assertThat(drift.of(renamed, live()).orElseThrow().isEqual()).isTrue();
    }

    @Test
    void nothingIsComparedOnceItIsLetGo() throws Exception {
        watch.pin();
        untilDrift(this::isComplete);
        watch.unpin();
        assertThat(untilDrift(drift -> drift.reference().isEmpty())).isEqualTo(Drift.NONE);
        assertThat(watch.isPinned()).isFalse();
    }

    @Test
    void whatIsTooLargeToKeepIsKnownByItsSum() {
        Reference small = Reference.of(workspace.document().state().typing(), live(), 0);
        LiveState now = live();
        var value = now.node(SOFTMAX).outputs().get("probabilities");
        assertThat(small.drift(PROBABILITIES, Optional.empty(), value)).contains(new Deviation.Equal());
        var other = dev.amalgam.tensor.Tensor.floats(new long[] {1, 1000}, new float[1000]);
        assertThat(small.drift(PROBABILITIES, Optional.empty(), other).orElseThrow())
                .isInstanceOf(Deviation.Moved.class);
        assertThat(small.drift(PortRef.of("nobody", "x"), Optional.empty(), value))
                .isEmpty();
    }
}
