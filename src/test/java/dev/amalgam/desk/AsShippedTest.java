package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one model, once. */
class AsShippedTest {
    private Desk desk;
    private Workspace workspace;
    private AsShipped shipped;

    @BeforeEach
    void open() throws Exception {
        desk = Desk.start(DeskSettings.standard());
        workspace = desk.open(Path.of("samples/figure-3/figure-3.amalgam"));
        shipped = workspace.asShipped();
        live(LiveState::isSettled);
    }

    @AfterEach
    void close() {
        workspace.close();
        desk.close();
    }

    @Test
    void showsItsResultsAndItsTimeBesideThatOfTheNodes() throws Exception {
        LiveState nodes = workspace.live().state();
        AsShipped.State done = ran();
        assertThat(done.milliseconds()).isPresent();
        assertThat(done.milliseconds().getAsDouble()).isPositive();
        assertThat(done.nodeMilliseconds()).isEqualTo(nodes.milliseconds());
        NodeId decide = new NodeId("decide");
        NodeState shown = workspace.live().state().node(decide);
        assertThat(shown.key()).isEqualTo(nodes.node(decide).key());
        assertThat(shown.outputs()).isEqualTo(nodes.node(decide).outputs());
        assertThat(shown.reading()).containsInstanceOf(Reading.Text.class);
    }

    @Test
    void itsTimeIsOfARevision() throws Exception {
        ran();
        workspace.document().apply(new Edit.Move(Map.of(new NodeId("photo"), new Position(1, 1))));
        assertThat(shipped.state().milliseconds()).isPresent();
        workspace
                .document()
                .apply(new Edit.Change(new NodeId("softmax"), "temperature", Optional.of(new Value.Real(2))));
        assertThat(shipped.state()).isEqualTo(AsShipped.State.NONE);
        LiveState after = live(state -> state.phase() == Phase.DONE);
        assertThat(after.node(new NodeId("decide")).isTrue()).isTrue();
    }

    @Test
    void saysWhyThereIsNoResult() throws Exception {
        for (String task : List.of("localise", "recognise", "decide", "watch")) {
            workspace.document().apply(new Edit.Disconnect(PortRef.of(task, "value")));
        }
        AsShipped.State failed = ran();
        assertThat(failed.milliseconds()).isEmpty();
        assertThat(failed.message()).startsWith("No output can be computed");
    }

    @Test
    void runsBesideWhatPlays() throws Exception {
        workspace.playback().play();
        assertThat(ran().milliseconds()).isPresent();
        assertThat(workspace.playback().state().isOn()).isTrue();
    }

    private AsShipped.State ran() throws Exception {
        shipped.run();
        return await(state -> !state.isRunning() && state != AsShipped.State.NONE, shipped::onChange, shipped::state);
    }

    private LiveState live(Predicate<LiveState> wanted) throws Exception {
        return await(wanted, workspace.live()::onChange, workspace.live()::state);
    }

    private static <T> T await(Predicate<T> wanted, Function<Consumer<T>, Subscription> listen, Supplier<T> now)
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
