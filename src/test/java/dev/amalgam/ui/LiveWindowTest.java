package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value;
import dev.amalgam.ui.DesignerWindow.Size;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The sample in the window, running: what a person changes changes what they read. */
class LiveWindowTest extends WindowCase {
    private static final Path COFFEE = Path.of("samples/figure-3/photos/coffee.png");

    @Override
    Workspace workspace() throws Exception {
        return sample();
    }

    @Override
    Size size() {
        return new Size(1280, 800);
    }

    @BeforeEach
    void waitForTheSample() throws Exception {
        waitUntilItSays("Egyptian cat (0.52)");
    }

    @Test
    void aChangedSettingChangesTheResultAndUndoBringsItBack() throws Exception {
        robot.interact(() -> window.canvas().select(Set.of(new NodeId("softmax"))));
        TextField temperature = robot.lookup("#setting-temperature .text-field").query();
        robot.interact(temperature::requestFocus);
        robot.interact(temperature::selectAll);
        robot.write("4").push(KeyCode.ENTER);
        waitUntil(() -> !said().contains("Egyptian cat (0.52)") && said().contains("Egyptian cat ("));
        robot.interact(() -> window.actions().get("edit.undo").run());
        waitUntilItSays("Egyptian cat (0.52)");
    }

    @Test
    void anotherPhotoIsAnsweredByAllTasks() throws Exception {
        Value coffee = window.workspace().reference(COFFEE);
        window.workspace().document().apply(new Edit.Change(new NodeId("photo"), "file", Optional.of(coffee)));
        waitUntilItSays("espresso (0.97)");
        waitUntilItSays("coffee (1.00)");
    }

    @Test
    void aWorkerThatDiesCostsNothingButItsRun() throws Exception {
        ProcessHandle.of(desk.worker().info().pid()).orElseThrow().destroyForcibly();
        Value coffee = window.workspace().reference(COFFEE);
        window.workspace().document().apply(new Edit.Change(new NodeId("photo"), "file", Optional.of(coffee)));
        waitUntil(() -> said().contains("espresso (0.97)") || runAgainIsNeeded());
        robot.interact(() -> window.actions().get("run.again").run());
        waitUntilItSays("espresso (0.97)");
    }

    private boolean runAgainIsNeeded() {
        return window.workspace().live().state().message().contains("no result");
    }

    private String said() {
        return robot.lookup("#sentences").<Labeled>query().getText();
    }

    private void waitUntilItSays(String words) throws Exception {
        try {
            waitUntil(() -> said().contains(words));
        } finally {
            assertThat(said()).contains(words);
        }
    }

    private static void waitUntil(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, condition);
    }
}
