package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.NodeState;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.look.Fonts;
import dev.amalgam.ui.thread.UiThread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class CardViewTest {
    private static final NodeId NODE = new NodeId("decide");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final FxRobot robot = new FxRobot();
    private final Document document = Figure.general();
    private final LiveState first = Results.general();
    private Board board = Board.EMPTY;

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        Fonts.load();
    }

    @Test
    void whileOnlyStatusAndTimeChangeAllNodesOfTheCardStay() throws Exception {
        CardView view = new CardView();
        show(view, first);
        settle();
        Set<Node> nodes = view.lookupAll("*");
        assertThat(time(view)).isEqualTo("<0.1 ms");
        NodeState was = first.node(NODE);
        show(view, with(was.with(Status.STALE)));
        settle();
        assertThat(view.getPseudoClassStates()).contains(STALE);
        show(view, with(later(was, 7)));
        settle();
        assertThat(view.getPseudoClassStates()).doesNotContain(STALE);
        assertThat(time(view)).isEqualTo("7.0 ms");
        assertThat(view.lookupAll("*")).isEqualTo(nodes);
    }

    @Test
    void aPreviewThatIsNotTrueAnyMoreIsHatched() throws Exception {
        CardView view = new CardView();
        show(view, first);
        settle();
        assertThat(view.lookup(".veil").isVisible()).isFalse();
        show(view, with(first.node(NODE).with(Status.STALE)));
        settle();
        assertThat(view.lookup(".veil").isVisible()).isTrue();
        show(view, first);
        settle();
        assertThat(view.lookup(".veil").isVisible()).isFalse();
    }

    @Test
    void ofStatesThatWaitOnlyTheNewestIsShown() throws Exception {
        CardView view = new CardView();
        show(view, first);
        settle();
        List<String> times = new ArrayList<>();
        timeText(view).textProperty().addListener((_, _, now) -> times.add(now));
        robot.interact(() -> {
            view.show(placed(with(later(first.node(NODE), 5))));
            view.show(placed(with(later(first.node(NODE), 7))));
        });
        settle();
        assertThat(times).containsExactly("7.0 ms");
    }

    private void show(CardView view, LiveState live) {
        robot.interact(() -> view.show(placed(live)));
    }

    private Board.Placed placed(LiveState live) {
        board = board.next(document.state(), Optional.of(live));
        return board.card(NODE).orElseThrow();
    }

    private LiveState with(NodeState state) {
        Map<NodeId, NodeState> nodes = new HashMap<>(first.nodes());
        nodes.put(NODE, state);
        return new LiveState(
                first.revision(),
                first.phase(),
                nodes,
                first.milliseconds(),
                first.device(),
                first.runtime(),
                first.workerBytes(),
                first.message());
    }

    private static NodeState later(NodeState was, double milliseconds) {
        return new NodeState(
                Status.FRESH, OptionalDouble.of(milliseconds), was.outputs(), was.reading(), Optional.empty());
    }

    private static Text timeText(CardView view) {
        return (Text) view.lookup(".card-time");
    }

    private static String time(CardView view) {
        return timeText(view).getText();
    }

    private static void settle() throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, UiThread::isIdle);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
