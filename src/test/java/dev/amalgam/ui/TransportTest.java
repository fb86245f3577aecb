package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.desk.RunMode;
import dev.amalgam.desk.Subscription;
import dev.amalgam.desk.Workspace;
import dev.amalgam.desk.play.PlayState;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The row of buttons and the keys run the sample in every way there is. */
class TransportTest extends WindowCase {
    private static final NodeId SOFTMAX = new NodeId("softmax");

    private Workspace workspace;

    @Override
    Workspace workspace() throws Exception {
        return sample();
    }

    @BeforeEach
    void waitForTheSample() throws Exception {
        workspace = window.workspace();
        waitUntil(() -> workspace.live().state().phase() == Phase.DONE);
        robot.interact(() -> window.canvas().requestFocus());
    }

    @Test
    void liveIsOnUntilItIsPaused() throws Exception {
        assertThat(isOn("run.live")).isTrue();
        robot.push(KeyCode.SHIFT, KeyCode.F9);
        waitUntil(() -> isOn("run.pause") && !isOn("run.live"));
        assertThat(workspace.live().mode()).isEqualTo(RunMode.PAUSED);
        workspace.document().apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(2))));
        assertThat(workspace.live().state().phase()).isEqualTo(Phase.PAUSED);
        fire("run.live");
        waitUntil(() -> workspace.live().state().phase() == Phase.DONE);
        assertThat(isOn("run.live")).isTrue();
    }

    /** A press on what is on leaves it on. */
    @Test
    void aButtonShowsWhatIsNotHowOftenItWasPressed() throws Exception {
        fire("run.live");
        assertThat(isOn("run.live")).isTrue();
    }

    @Test
    void stepGoesToTheNextNodeAndShowsIt() throws Exception {
        robot.push(KeyCode.F7);
        settle();
        assertThat(window.canvas().selectedNodes()).containsExactly(new NodeId("photo"));
        assertThat(workspace.live().mode()).isEqualTo(RunMode.PAUSED);
        fire("run.step");
        assertThat(window.canvas().selectedNodes()).hasSize(1).doesNotContain(new NodeId("photo"));
    }

    @Test
    void runsToTheSelectedNodeOnly() throws Exception {
        robot.interact(() -> window.canvas().select(Set.of()));
        settle();
        assertThat(window.actions().get("run.to-here").enabledProperty().get()).isFalse();
        robot.interact(() -> window.canvas().select(Set.of(SOFTMAX)));
        fire("run.pause");
        workspace.document().apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(2))));
        robot.push(KeyCode.SHIFT, KeyCode.F7);
        waitUntil(() -> workspace.live().state().node(SOFTMAX).isTrue()
                && workspace.live().state().phase() == Phase.PAUSED);
        assertThat(workspace.live().state().node(new NodeId("top five")).isTrue())
                .isFalse();
    }

    @Test
    void playsPausesAndStopsAndSaysHowFarItIs() throws Exception {
        robot.push(KeyCode.F8);
        waitUntil(() -> said().contains("/s, "));
        assertThat(isOn("run.play")).isTrue();
        robot.push(KeyCode.F8);
        waitUntil(() -> said().startsWith("paused at "));
        waitUntil(() -> !isOn("run.play"));
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        waitUntil(() -> said().isEmpty());
        assertThat(workspace.playback().state()).isEqualTo(PlayState.STOPPED);
    }

    @Test
    void playsTheFolderThatFlowsInPictureAfterPicture() throws Exception {
        NodeId photo = new NodeId("photo");
        Value folder = workspace.reference(Path.of("samples/figure-3/photos"));
        workspace.document().apply(new Edit.Change(photo, "file", Optional.of(folder)));
        waitUntil(() -> workspace.inputs().state(photo).isPresent()
                && workspace.live().state().phase() == Phase.DONE);
        Set<String> shown = ConcurrentHashMap.newKeySet();
        Set<String> headlines = ConcurrentHashMap.newKeySet();
        Labeled headline = robot.lookup("#headline").query();
        robot.interact(() -> headline.textProperty().addListener((_, _, now) -> headlines.add(now)));
        try (Subscription _ = workspace
                .playback()
                .onChange(_ -> workspace.inputs().state(photo).ifPresent(reel -> shown.add(reel.picture())))) {
            robot.push(KeyCode.F8);
            waitUntil(() -> shown.size() == 6 && headlines.size() > 3);
            robot.push(KeyCode.F8);
            waitUntil(() -> said().startsWith("paused at "));
        }
        // Where it rests, the nodes and the last frame say the same.
        waitUntil(() -> workspace.live().state().phase() == Phase.DONE);
        settle();
        assertThat(headlines).contains(headline.getText());
    }

    @Test
    void saysHowLongItTakesAsShippedBesideAllNodes() throws Exception {
        robot.push(KeyCode.SHIFT, KeyCode.F8);
        waitUntil(() -> said().startsWith("as shipped "));
        assertThat(said()).contains(", by nodes ");
        workspace.document().apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(2))));
        waitUntil(() -> said().isEmpty());
    }

    @Test
    void whatIsNotShownDoesNotPlay() throws Exception {
        fire("run.play");
        waitUntil(() -> workspace.playback().state().done() > 0);
        fire("file.new");
        waitUntil(() -> workspace.playback().state().phase() == PlayState.Phase.PAUSED);
        assertThat(said()).isEmpty();
    }

    private void fire(String action) {
        robot.interact(() -> window.actions().get(action).run());
        settle();
    }

    private boolean isOn(String action) {
        Node button = robot.lookup("#" + action.replace('.', '-')).query();
        return ((ToggleButton) button).isSelected();
    }

    private String said() {
        return robot.lookup("#played").<Labeled>query().getText();
    }

    private static void waitUntil(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
