package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Workspace;
import dev.amalgam.desk.input.Look;
import dev.amalgam.desk.input.Perturbation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.ui.DesignerWindow.Size;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The sample in the window: folders are looked through, pictures disturbed and pasted, and all tasks answer. */
class InputWindowTest extends WindowCase {
    private static final NodeId PHOTO = new NodeId("photo");

    @Override
    Workspace workspace() throws Exception {
        return sample();
    }

    @Override
    Size size() {
        return new Size(1440, 900);
    }

    @BeforeEach
    void waitForTheSample() throws Exception {
        waitUntil(() -> said().contains("Egyptian cat (0.52)"));
    }

    private void openFolder() throws Exception {
        FileRef photos = window.workspace().reference(Path.of("samples/figure-3/photos"));
        window.workspace().document().apply(new Edit.Change(PHOTO, "file", Optional.of(photos)));
        waitUntil(() -> place().equals("1 / 6") && !said().contains("Egyptian"));
    }

    @Test
    void aFolderIsLookedThroughByKeysAndButtons() throws Exception {
        openFolder();
        run("input.next");
        waitUntil(() -> said().contains("Egyptian cat (0.52)"));
        assertThat(place()).isEqualTo("2 / 6");
        robot.clickOn("#input-next");
        waitUntil(() -> said().contains("espresso (0.97)"));
        robot.interact(window.canvas()::requestFocus);
        robot.push(KeyCode.PAGE_UP);
        waitUntil(() -> said().contains("Egyptian cat (0.52)"));
        assertThat(window.workspace().document().state().history().undoLabel())
                .as("no edit")
                .doesNotContain("picture");
    }

    @Test
    void theSlideshowIsStartedAndStopped() throws Exception {
        openFolder();
        run("input.slideshow");
        assertThat(window.actions().get("input.slideshow").onProperty().get()).isTrue();
        run("input.slideshow");
        assertThat(window.actions().get("input.slideshow").onProperty().get()).isFalse();
    }

    @Test
    void aDisturbedPictureIsAnsweredAndResetBringsTheFirstAnswerBack() throws Exception {
        assertThat(robot.lookup("#input-reset").<Button>query().isVisible()).isFalse();
        robot.clickOn("#input-adjust");
        robot.interact(() -> this.<Slider>inPopup("disturb-brightness").setValue(-90));
        waitUntil(() -> !said().contains("Egyptian cat (0.52)"));
        assertThat(look().perturbation()).isEqualTo(Perturbation.NONE.withBrightness(-0.9));
        assertThat(window.workspace().document().state().isModified()).isFalse();
        robot.push(KeyCode.ESCAPE);
        assertThat(popup()).isEmpty();
        robot.clickOn("#input-reset");
        waitUntil(() -> said().contains("Egyptian cat (0.52)"));
        assertThat(look()).isEqualTo(Look.PLAIN);
    }

    @Test
    void aPictureOnTheClipboardIsPastedAsOneEdit() throws Exception {
        Image red = red();
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, red)));
        robot.interact(window.canvas()::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.V);
        waitUntil(() -> file().path().contains("picture-"));
        waitUntil(() -> !said().contains("Egyptian"));
        run("edit.undo");
        waitUntil(() -> said().contains("Egyptian cat (0.52)"));
    }

    private static Image red() {
        WritableImage image = new WritableImage(40, 30);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                image.getPixelWriter().setColor(x, y, Color.RED);
            }
        }
        return image;
    }

    private FileRef file() {
        return (FileRef) window.workspace()
                .document()
                .state()
                .graph()
                .node(PHOTO)
                .orElseThrow()
                .settings()
                .get("file")
                .orElseThrow();
    }

    private Look look() {
        return window.workspace().inputs().look(PHOTO);
    }

    private static Optional<Popup> popup() {
        return Window.getWindows().stream()
                .filter(Popup.class::isInstance)
                .map(Popup.class::cast)
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private <T> T inPopup(String id) {
        return (T) popup().orElseThrow().getScene().lookup("#" + id);
    }

    private void run(String action) {
        robot.interact(() -> window.actions().get(action).run());
    }

    private String place() {
        return robot.lookup("#reel-place").<Labeled>query().getText();
    }

    private String said() {
        return robot.lookup("#sentences").<Labeled>query().getText();
    }

    private static void waitUntil(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, condition);
    }
}
