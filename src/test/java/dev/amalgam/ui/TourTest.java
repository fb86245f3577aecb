package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.ui.DesignerWindow.Size;
import dev.amalgam.ui.thread.UiThread;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The guided tour, as somebody takes it who starts the program for the first time. */
class TourTest {

    private static Desk desk;

    private final FxRobot robot = new FxRobot();
    private DesignerWindow window;

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
        FxToolkit.setupStage(primary -> {
            window = new DesignerWindow(
                    desk, desk.blank(), _ -> new FakeDialogs(), Theme.DARK, new Size(1100, 700), () -> {});
            window.show(primary);
        });
        settle();
    }

    @AfterEach
    void closeWindow() throws Exception {
        robot.interact(window::close);
        FxToolkit.cleanupStages();
    }

    @Test
    void eachStepLeadsToTheNextAndTheLastEndsTheTour() {
        begin();
        assertThat(robot.lookup("#tour-back").queryButton().isDisabled()).isTrue();
        Set<String> titles = new HashSet<>();
        while (robot.lookup("#tour-next").tryQuery().isPresent()) {
            titles.add(robot.lookup(".tour-bubble .pane-title").queryLabeled().getText());
            robot.interact(() -> robot.lookup("#tour-next").queryButton().fire());
        }
        assertThat(titles).hasSize(6);
        assertThat(desk.preferences().now().tourSeen()).isTrue();
    }

    @Test
    void escapeSkipsTheRestAndTheTourCanBeRepeated() {
        begin();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup(".tour-bubble").tryQuery()).isEmpty();
        begin();
        assertThat(robot.lookup(".tour-bubble").tryQuery()).isPresent();
    }

    private void begin() {
        robot.interact(() -> window.actions().get("help.tour").run());
        settle();
    }

    private void settle() {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, UiThread::isIdle);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("the window does not come to rest", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
