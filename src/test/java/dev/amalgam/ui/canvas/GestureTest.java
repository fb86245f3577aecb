package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What is done with the pointer and a key held, and what is drawn off. */
class GestureTest extends CanvasCase {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    private long revision() {
        return document.state().revision().number();
    }

    /** A frame over the middle of a card, begun beside all cards. */
    private void frame(FxRobot robot, String card, boolean shift, boolean control) {
        Point2D middle = card(card);
        drag(robot, MouseButton.PRIMARY, shift, control, middle.add(0, 250), middle.add(-10, 30), middle);
    }

    @Test
    void aFrameTakesThePlaceOfTheSelection(FxRobot robot) {
        select(robot, "watch");
        frame(robot, "photo", false, false);
        assertThat(selected()).containsExactly("photo");
    }

    @Test
    void aFrameWithShiftAdds(FxRobot robot) {
        select(robot, "watch", "photo");
        frame(robot, "photo", true, false);
        frame(robot, "pre-stem", true, false);
        assertThat(selected()).containsExactly("photo", "pre-stem", "watch");
    }

    @Test
    void aFrameWithControlToggles(FxRobot robot) {
        select(robot, "watch", "photo");
        frame(robot, "photo", false, true);
        assertThat(selected()).containsExactly("watch");
        frame(robot, "photo", false, true);
        assertThat(selected()).containsExactly("photo", "watch");
    }

    @Test
    void anEndThatIsDrawnOffIsMovedToAnotherInputInOneStep(FxRobot robot) {
        interact(robot, () -> Figure.add(document, "other", "softmax", 480, 400));
        long revision = revision();
        drag(robot, input("decide.logits"), input("other.logits"));
        assertThat(wires())
                .contains("shared bottom.logits -> other.logits")
                .doesNotContain("shared bottom.logits -> decide.logits");
        assertThat(revision()).isEqualTo(revision + 1);
        interact(robot, canvas::undo);
        assertThat(wires())
                .contains("shared bottom.logits -> decide.logits")
                .doesNotContain("shared bottom.logits -> other.logits");
    }

    @Test
    void anEndThatIsDrawnOffOverNothingIsGoneInOneStep(FxRobot robot) {
        List<String> before = wires();
        drag(robot, input("decide.logits"), input("decide.logits").add(-60, 120));
        assertThat(wires()).hasSize(before.size() - 1);
        interact(robot, canvas::undo);
        assertThat(wires()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void whatFWiresIsUndoneInOneStep(FxRobot robot) {
        List<String> before = wires();
        interact(robot, () -> {
            Figure.add(document, "raw", "image", 0, 700);
            Figure.add(document, "stem", "pre-stem", 200, 700);
            Figure.add(document, "bottom", "onnx-model", 400, 700);
        });
        select(robot, "bottom", "raw", "stem");
        interact(robot, canvas::requestFocus);
        robot.push(KeyCode.F);
        settle();
        assertThat(wires()).hasSize(before.size() + 2);
        interact(robot, canvas::undo);
        assertThat(wires()).containsExactlyInAnyOrderElementsOf(before);
    }
}
