package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.desk.play.PlayState;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Value;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample plays while it is edited, and what is shown is always true. */
class PlaybackTest {
    private static final Path SAMPLE = Path.of("samples/figure-3/figure-3.amalgam");
    private static final NodeId PHOTO = new NodeId("photo");
    private static final NodeId SOFTMAX = new NodeId("softmax");
    private static final NodeId DECIDE = new NodeId("decide");

    private Desk desk;
    private Workspace workspace;

    @BeforeEach
    void open() throws Exception {
        desk = Desk.start(DeskSettings.standard());
        workspace = desk.open(SAMPLE);
        settled();
    }

    @AfterEach
    void close() {
        workspace.close();
        desk.close();
    }

    @Test
    void saysWhatTheNodesSay() throws Exception {
        LiveState nodes = workspace.live().state();
        workspace.playback().play();
        played(state -> state.done() > 20 && state.framesPerSecond().isPresent());
        LiveState shown = workspace.live().state();
        assertThat(shown.node(DECIDE).status()).isEqualTo(Status.FRESH);
        assertThat(shown.node(DECIDE).key())
                .isPresent()
                .isEqualTo(nodes.node(DECIDE).key());
        assertThat(text(shown)).isEqualTo(text(nodes));
        for (String task : new String[] {"localise", "recognise", "decide", "watch"}) {
            Optional<Reading> reading = shown.node(new NodeId(task)).reading();
            assertThat(reading.map(Reading::getClass))
                    .isPresent()
                    .isEqualTo(nodes.node(new NodeId(task)).reading().map(Reading::getClass));
        }
        assertThat(shown.node(SOFTMAX)).isEqualTo(nodes.node(SOFTMAX));
    }

    @Test
    void goesOnAfterAPauseAndEndsWithAStop() throws Exception {
        LiveState before = workspace.live().state();
        workspace.playback().play();
        played(state -> state.done() > 3);
        workspace.playback().pause();
        long paused = played(state -> state.phase() == PlayState.Phase.PAUSED).done();
        workspace.playback().play();
        played(state -> state.done() > paused + 3);
        workspace.playback().stop();
        played(state -> state.equals(PlayState.STOPPED));
        before.nodes().forEach((id, node) -> {
            NodeState after = workspace.live().state().node(id);
            assertThat(after.isTrue()).as(id.name()).isTrue();
            assertThat(after.outputs()).as(id.name()).isEqualTo(node.outputs());
        });
    }

    /** Every state that anybody hears of is held against the content keys of its revision. */
    @Test
    void anEditWhilePlayingIsPlayedAndNothingOldPassesForNew() throws Exception {
        try (Truth truth = new Truth(workspace)) {
            workspace.playback().play();
            for (int i = 1; i <= 12; i++) {
                long done = played(state -> state.done() > 0).done();
                switch (i % 4) {
                    case 0 -> workspace.document().undo();
                    case 1 -> apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(i))));
                    case 2 ->
                        apply(new Edit.Change(
                                PHOTO, "file", Optional.of(photo(i % 3 == 0 ? "coffee.png" : "rocket.jpg"))));
                    default -> apply(new Edit.Move(Map.of(PHOTO, new Position(i, i))));
                }
                played(state -> state.done() > done + 2);
            }
            apply(new Edit.Change(PHOTO, "file", Optional.of(photo("coffee.png"))));
            live(state -> state.phase() == Phase.DONE && text(state).startsWith("espresso"));
            assertThat(truth.untrue()).isEmpty();
            assertThat(truth.judged()).isGreaterThan(12);
        }
        assertThat(workspace.playback().state().failed()).isZero();
    }

    @Test
    void theNodesAreRunWhileItPlays() throws Exception {
        workspace.playback().play();
        played(state -> state.done() > 3);
        apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(2))));
        LiveState run = live(state -> state.phase() == Phase.DONE);
        assertThat(run.node(SOFTMAX).status()).isEqualTo(Status.FRESH);
        assertThat(workspace.playback().state().isOn()).isTrue();
    }

    @Test
    void aWorkerThatIsKilledCostsNoFrame() throws Exception {
        workspace.playback().play();
        for (int i = 0; i < 3; i++) {
            long done = played(state -> state.done() > 3).done();
            ProcessHandle.of(desk.worker().info().pid()).orElseThrow().destroyForcibly();
            played(state -> state.done() > done + 3);
        }
        assertThat(workspace.playback().state().failed()).isZero();
    }

    @Test
    void whatStandsAgainstItIsToldAndItGoesOnWhenThatIsMended() throws Exception {
        workspace.playback().play();
        played(state -> state.done() > 3);
        Path none = Path.of("samples/figure-3/labels/imagenet-labels.json");
        apply(new Edit.Change(PHOTO, "file", Optional.of(workspace.reference(none))));
        PlayState blocked = played(state -> state.phase() == PlayState.Phase.BLOCKED);
        assertThat(blocked.message()).contains("imagenet-labels.json");
        assertThat(blocked.failed()).isPositive();
        apply(new Edit.Move(Map.of(PHOTO, new Position(1, 1))));
        assertThat(workspace.playback().state()).isEqualTo(blocked);
        workspace.document().undo();
        workspace.document().undo();
        played(state -> state.phase() == PlayState.Phase.PLAYING && state.done() > blocked.done() + 3);
    }

    @Test
    void aTaskWithoutItsWireDoesNotKeepTheOthersFromPlaying() throws Exception {
        apply(new Edit.Disconnect(PortRef.of("softmax", "logits")));
        settled();
        workspace.playback().play();
        played(state -> state.done() > 3);
        LiveState shown = workspace.live().state();
        assertThat(shown.node(DECIDE).status()).isEqualTo(Status.BLOCKED);
        assertThat(shown.node(new NodeId("recognise")).status()).isEqualTo(Status.FRESH);
    }

    private static String text(LiveState state) {
        return state.node(DECIDE).outputs().get("value").strings().getFirst();
    }

    private Value photo(String name) throws Exception {
        return workspace.reference(Path.of("samples/figure-3/photos").resolve(name));
    }

    private void apply(Edit edit) {
        assertThat(workspace.document().apply(edit)).isEmpty();
    }

    private LiveState settled() throws Exception {
        return live(LiveState::isSettled);
    }

    private LiveState live(Predicate<LiveState> wanted) throws Exception {
        return await(
                wanted.and(state -> state.revision()
                        == workspace.document().state().revision().number()),
                workspace.live()::onChange,
                () -> workspace.live().state());
    }

    private PlayState played(Predicate<PlayState> wanted) throws Exception {
        return await(
                wanted,
                workspace.playback()::onChange,
                () -> workspace.playback().state());
    }

    private static <T> T await(
            Predicate<T> wanted, Function<Consumer<T>, Subscription> listen, java.util.function.Supplier<T> now)
            throws Exception {
        CompletableFuture<T> found = new CompletableFuture<>();
        Consumer<T> look = state -> {
            if (wanted.test(state)) {
                found.complete(state);
            }
        };
        try (Subscription _ = listen.apply(look)) {
            look.accept(now.get());
            return found.get(120, TimeUnit.SECONDS);
        }
    }
}
