package dev.amalgam.ui;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Workspace;
import dev.amalgam.ui.DesignerWindow.Size;
import dev.amalgam.ui.thread.UiThread;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window over a real desk: what the tests that use it as a person does share. */
abstract class WindowCase {
    static Desk desk;

    final FxRobot robot = new FxRobot();
    final FakeDialogs dialogs = new FakeDialogs();
    DesignerWindow window;
    Stage stage;

    @BeforeAll
    static void startDesk() throws Exception {
        desk = Desk.start(DeskSettings.standard());
        FxToolkit.registerPrimaryStage();
    }

    @AfterAll
    static void closeDesk() {
        desk.close();
    }

    @BeforeEach
    void openWindow() throws Exception {
        Workspace first = workspace();
        stage = FxToolkit.setupStage(primary -> {
            window = new DesignerWindow(desk, first, _ -> dialogs, Theme.DARK, size(), this::quit);
            window.show(primary);
        });
        settle();
    }

    @AfterEach
    void closeWindow() throws Exception {
        robot.interact(window::close);
        FxToolkit.cleanupStages();
    }

    /** What it begins with: an empty document. */
    Workspace workspace() throws Exception {
        return desk.blank();
    }

    /** The sample, for a test that begins with that. */
    static Workspace sample() throws Exception {
        return desk.open(Path.of("samples/figure-3/figure-3.amalgam"));
    }

    Size size() {
        return new Size(1100, 700);
    }

    /** The window wants to end the program. */
    void quit() {}

    /** Waits until nothing is to be shown and nothing is computed any more. */
    static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, UiThread::isIdle);
        } catch (TimeoutException e) {
            throw new AssertionError("the window does not come to rest; " + UiThread.pending(), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
