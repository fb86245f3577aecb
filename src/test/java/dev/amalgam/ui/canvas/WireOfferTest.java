package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.search.Line;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Wires that are drawn by keys alone. */
class WireOfferTest extends CanvasCase {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    private void offerFrom(FxRobot robot, String node) {
        select(robot, node);
        interact(robot, canvas::requestFocus);
        robot.push(KeyCode.W);
        settle();
    }

    private static String help(FxRobot robot) {
        return robot.lookup(".picker-help").queryAs(Label.class).getText();
    }

    private static boolean isDrafted(FxRobot robot) {
        settle();
        return robot.lookup(".draft").query().isVisible();
    }

    @Test
    void anOutputIsChosenThenAnInputAndEnterDrawsTheWireInOneStep(FxRobot robot) {
        interact(robot, () -> Figure.add(document, "result", "output", 980, 400));
        offerFrom(robot, "shared bottom");
        assertThat(offered(robot)).containsExactly("encoding", "embedding", "logits", "independent");
        robot.write("logi").push(KeyCode.ENTER);
        settle();
        assertThat(offered(robot)).containsExactly("result.value");
        assertThat(help(robot)).contains("shared bottom.logits gives").contains("result.value takes");
        assertThat(isDrafted(robot)).isTrue();
        long revision = document.state().revision().number();
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(wires()).contains("shared bottom.logits -> result.value");
        assertThat(document.state().revision().number()).isEqualTo(revision + 1);
        assertThat(isDrafted(robot)).isFalse();
        assertThat(canvas.isFocused()).isTrue();
        interact(robot, canvas::undo);
        assertThat(wires()).doesNotContain("shared bottom.logits -> result.value");
    }

    @Test
    void fromAfarTheWireThatEnterWouldDrawIsSeenToo(FxRobot robot) {
        interact(robot, () -> Figure.add(document, "result", "output", 980, 400));
        interact(robot, () -> canvas.zoom(0.25));
        offerFrom(robot, "shared bottom");
        robot.write("logi").push(KeyCode.ENTER);
        assertThat(isDrafted(robot)).isTrue();
        assertThat(robot.lookup(".draft").query().getParent().isVisible()).isTrue();
    }

    @Test
    void escapeGoesBackOneListAndThenCloses(FxRobot robot) {
        offerFrom(robot, "shared bottom");
        robot.push(KeyCode.ENTER);
        settle();
        robot.push(KeyCode.ESCAPE);
        settle();
        assertThat(offered(robot)).contains("encoding", "logits");
        robot.push(KeyCode.ESCAPE);
        assertThat(isOpen(robot)).isFalse();
        assertThat(isDrafted(robot)).isFalse();
        assertThat(wires()).hasSize(7);
    }

    @Test
    void whereThereIsOneOutputTheFirstListIsSkippedAndTheNearestComesFirst(FxRobot robot) {
        interact(robot, () -> {
            Figure.add(document, "far", "pre-stem", 300, 900);
            Figure.add(document, "near", "pre-stem", 300, 420);
        });
        offerFrom(robot, "photo");
        assertThat(offered(robot)).containsExactly("near.image", "far.image");
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        settle();
        assertThat(wires()).contains("photo.image -> far.image");
    }

    @Test
    void aTakenInputIsOfferedAsSuchAndItsWireGivesWay(FxRobot robot) {
        interact(robot, () -> Figure.add(document, "other", "image", 0, 420));
        offerFrom(robot, "other");
        ListView<Line<?>> list = robot.lookup("#picker-list").query();
        assertThat(list.getItems().getFirst()).isEqualTo(new Line.Heading<>("Taken: the wire that is there gives way"));
        robot.write("pre-stem");
        settle();
        assertThat(help(robot)).endsWith("The wire from photo.image gives way.");
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(wires()).contains("other.image -> pre-stem.image").doesNotContain("photo.image -> pre-stem.image");
        interact(robot, canvas::undo);
        assertThat(wires()).contains("photo.image -> pre-stem.image");
    }

    @Test
    void aFreeInputIsOfferedWhatGivesIt(FxRobot robot) {
        interact(robot, () -> Figure.add(document, "spare", "pool", 740, 800));
        offerFrom(robot, "spare");
        assertThat(offered(robot)).containsExactly("embedding", "encoding");
        robot.write("encoding").push(KeyCode.ENTER);
        settle();
        assertThat(offered(robot)).containsExactly("shared bottom.encoding");
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(wires()).contains("shared bottom.encoding -> spare.encoding");
    }

    @Test
    void whereNothingFitsTheListSaysSo(FxRobot robot) {
        offerFrom(robot, "localise");
        assertThat(offered(robot)).isEmpty();
        ListView<?> list = robot.lookup("#picker-list").query();
        assertThat(((Label) list.getPlaceholder()).getText()).isEqualTo("No free port fits localise.mask");
    }

    @Test
    void withoutACardTheKeyDoesNothing(FxRobot robot) {
        interact(robot, () -> {
            canvas.select(java.util.Set.of());
            canvas.requestFocus();
        });
        robot.push(KeyCode.W);
        assertThat(isOpen(robot)).isFalse();
    }

    @Test
    void aCardThatIsSelectedSinceIsTheOneThatIsWired(FxRobot robot) {
        interact(robot, canvas::requestFocus);
        robot.push(KeyCode.N);
        offerFrom(robot, "shared bottom");
        assertThat(offered(robot)).contains("logits");
    }

    @Test
    void theCurrentCardIsTheOneThatIsWired(FxRobot robot) {
        interact(robot, () -> Figure.add(document, "near", "pre-stem", 300, 420));
        interact(robot, canvas::requestFocus);
        robot.push(KeyCode.N).push(KeyCode.W).push(KeyCode.ENTER);
        settle();
        assertThat(document.state().graph().wiresInto(new NodeId("near"))).hasSize(1);
    }
}
