package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Adding and wiring, by mouse and by keys. */
class WiringTest extends CanvasCase {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    private Point2D ground() {
        return card("photo").add(0, 250);
    }

    private Position position(String node) {
        return document.state().graph().position(new NodeId(node));
    }

    @Test
    void aDoubleClickSearchesWhatToAddAndEnterAddsItThere(FxRobot robot) {
        robot.doubleClickOn(ground());
        assertThat(offered(robot)).contains("Image", "Pool", "Output");
        robot.write("pol").push(KeyCode.ENTER);
        assertThat(isOpen(robot)).isFalse();
        assertThat(selected()).containsExactly("pool");
        assertThat(card("pool").distance(ground())).isLessThan(100);
        assertThat(canvas.isFocused()).isTrue();
    }

    @Test
    void tabAndShiftASearchAtThePointer(FxRobot robot) {
        robot.moveTo(ground());
        interact(robot, canvas::requestFocus);
        robot.push(KeyCode.TAB);
        assertThat(isOpen(robot)).isTrue();
        robot.push(KeyCode.ESCAPE).push(KeyCode.SHIFT, KeyCode.A);
        robot.write("pool").push(KeyCode.ENTER);
        settle();
        assertThat(card("pool").distance(ground())).isLessThan(100);
    }

    @Test
    void escapeAClickElsewhereAndNothingFoundAddNothing(FxRobot robot) {
        List<String> before = nodes();
        robot.doubleClickOn(ground()).push(KeyCode.ESCAPE);
        assertThat(isOpen(robot)).isFalse();
        robot.doubleClickOn(ground());
        robot.clickOn(card("watch"));
        assertThat(isOpen(robot)).isFalse();
        robot.doubleClickOn(ground());
        robot.write("quux").push(KeyCode.ENTER);
        assertThat(isOpen(robot)).isTrue();
        assertThat(nodes()).isEqualTo(before);
    }

    @Test
    void whatIsTypedInTheListReachesNothingBelowIt(FxRobot robot) {
        select(robot, "photo");
        robot.doubleClickOn(ground());
        select(robot, "photo");
        robot.write("w ").push(KeyCode.DELETE).push(KeyCode.CONTROL, KeyCode.A);
        assertThat(nodes()).contains("photo");
        assertThat(selected()).containsExactly("photo");
    }

    @Test
    void aClickInTheListTakesWhatIsClicked(FxRobot robot) {
        robot.doubleClickOn(ground());
        robot.write("thresh");
        robot.clickOn("Threshold");
        settle();
        assertThat(selected()).containsExactly("threshold");
    }

    @Test
    void aWireDroppedOverNothingOffersWhatTakesItAndWiresItInOneStep(FxRobot robot) {
        drag(robot, output("decide.soft"), ground());
        assertThat(offered(robot)).contains("Threshold", "Output").doesNotContain("Image", "Pool", "Softmax");
        long revision = document.state().revision().number();
        robot.write("thresh").push(KeyCode.ENTER);
        settle();
        assertThat(wires()).contains("decide.soft -> threshold.soft");
        assertThat(document.state().revision().number()).isEqualTo(revision + 1);
        interact(robot, canvas::undo);
        assertThat(nodes()).doesNotContain("threshold");
    }

    @Test
    void aWireDrawnFromAnInputOffersWhatGivesIt(FxRobot robot) {
        interact(robot, () -> Figure.add(document, "spare", "threshold", 0, 500));
        drag(robot, input("spare.soft"), ground().add(120, -60));
        assertThat(offered(robot)).contains("Softmax").doesNotContain("Image", "Output", "Pool");
        robot.write("softm").push(KeyCode.ENTER);
        settle();
        assertThat(wires()).contains("softmax.soft -> spare.soft");
    }

    @Test
    void theDraftStaysUntilTheListIsClosed(FxRobot robot) {
        drag(robot, output("decide.soft"), ground());
        assertThat(robot.lookup(".draft").query().isVisible()).isTrue();
        robot.push(KeyCode.ESCAPE);
        settle();
        assertThat(robot.lookup(".draft").query().isVisible()).isFalse();
    }

    @Test
    void aClickOnAPortChangesNothing(FxRobot robot) {
        List<String> before = wires();
        robot.clickOn(input("decide.logits")).clickOn(output("decide.soft"));
        assertThat(isOpen(robot)).isFalse();
        assertThat(wires()).isEqualTo(before);
    }

    @Test
    void controlAndTheRightButtonCutWiresInOneStep(FxRobot robot) {
        List<String> before = wires();
        Point2D from = output("shared bottom.encoding").midpoint(input("recognise.embedding"));
        rightDrag(robot, false, true, from.add(0, -160), from.add(0, 30), from.add(0, 200));
        assertThat(wires()).hasSizeLessThan(before.size() - 1);
        assertThat(wires()).contains("photo.image -> pre-stem.image");
        interact(robot, canvas::undo);
        assertThat(wires()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void whileCuttingTheLineIsDrawnAndEscapeLeavesAllAsItWas(FxRobot robot) {
        List<String> before = wires();
        Point2D middle = output("photo.image").midpoint(input("pre-stem.image"));
        rightDrag(robot, false, true, middle.add(0, -60), middle.add(0, -50));
        assertThat(wires()).isEqualTo(before);
        assertThat(robot.lookup(".stroke").query().isVisible()).isFalse();
    }

    @Test
    void shiftAndTheRightButtonLeadWiresOfOneOutputThroughOneDot(FxRobot robot) {
        Point2D at = output("photo.image").add(8, 0);
        rightDrag(robot, true, false, at.add(0, -25), at.add(0, 25));
        assertThat(wires())
                .contains(
                        "photo.image -> reroute.value",
                        "reroute.value -> pre-stem.image",
                        "reroute.value -> localise.image")
                .doesNotContain("photo.image -> pre-stem.image", "photo.image -> localise.image");
        interact(robot, canvas::undo);
        assertThat(nodes()).doesNotContain("reroute");
    }

    @Test
    void theRightButtonAlonePans(FxRobot robot) {
        Point2D before = card("photo");
        robot.drag(ground(), MouseButton.SECONDARY).dropBy(50, -30);
        settle();
        assertThat(card("photo").distance(before.add(50, -30))).isLessThan(2);
    }

    @Test
    void theSelectionIsWiredFromLeftToRightInOneStep(FxRobot robot) {
        interact(robot, () -> {
            Figure.add(document, "raw", "image", 0, 700);
            Figure.add(document, "stem", "pre-stem", 200, 700);
            Figure.add(document, "bottom", "onnx-model", 400, 700);
            Figure.add(document, "map", "class-activation-map", 700, 700);
        });
        select(robot, "map", "bottom", "raw", "stem");
        long revision = document.state().revision().number();
        interact(robot, canvas::requestFocus);
        robot.push(KeyCode.F);
        settle();
        assertThat(wires())
                .contains(
                        "raw.image -> stem.image",
                        "stem.tensor -> bottom.image",
                        "bottom.encoding -> map.encoding",
                        "raw.image -> map.image");
        assertThat(document.state().revision().number()).isEqualTo(revision + 1);
    }

    @Test
    void aSelectionThatDoesNotFitSaysWhatToDo(FxRobot robot) {
        select(robot, "photo", "watch");
        interact(robot, canvas::wireSelection);
        assertThat(told).singleElement().asString().contains("No free port");
    }

    @Test
    void aDotIsSmallAndIsMovedByItsMiddle(FxRobot robot) {
        Point2D at = output("photo.image").midpoint(input("pre-stem.image"));
        rightDrag(robot, true, false, at.add(0, -25), at.add(0, 25));
        Board.Placed dot = canvas.scenery().board().card(new NodeId("reroute")).orElseThrow();
        assertThat(dot.layout().width()).isEqualTo(CardLayout.DOT_WIDTH);
        assertThat(dot.layout().ports()).hasSize(2);
        Position before = position("reroute");
        drag(robot, card("reroute"), card("reroute").add(0, 90));
        assertThat(position("reroute").y()).isGreaterThan(before.y() + 60);
        assertThat(wires()).contains("photo.image -> reroute.value");
    }
}
