package dev.amalgam.ui.canvas;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A node that is dropped on a wire goes into it where it fits. */
class InsertTest extends CanvasCase {
    private static final String WIRE = "photo.image -> pre-stem.image";

    InsertTest() {
        super(BuiltIn.document());
    }

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private Point2D middleOfWire() {
        return output("photo.image").midpoint(input("pre-stem.image"));
    }

    private Position position(String node) {
        return document.state().graph().position(new NodeId(node));
    }

    private long revision() {
        return document.state().revision().number();
    }

    private long litWires(FxRobot robot) {
        settle();
        return robot.lookup(".wire:pointed").queryAll().size();
    }

    private void spare(FxRobot robot, String kind) {
        interact(robot, () -> Figure.add(document, "spare", kind, 300, 420));
    }

    @Test
    void aCardOverAWireThatItFitsLightsItUpAndDroppedGoesIntoItInOneStep(FxRobot robot) {
        spare(robot, "resize");
        Position before = position("spare");
        long revision = revision();
        robot.drag(card("spare"), MouseButton.PRIMARY).moveTo(middleOfWire());
        assertThat(litWires(robot)).isEqualTo(1);
        assertThat(robot.lookup(".hint").queryAs(Hint.class).getText())
                .isEqualTo("Puts spare between photo.image and pre-stem.image");
        robot.drop();
        settle();
        assertThat(wires()).contains("photo.image -> spare.image", "spare.image -> pre-stem.image");
        assertThat(wires()).doesNotContain(WIRE);
        assertThat(position("spare")).isNotEqualTo(before);
        assertThat(revision()).isEqualTo(revision + 1);
        assertThat(litWires(robot)).isZero();
        interact(robot, canvas::undo);
        assertThat(wires()).containsExactly(WIRE);
        assertThat(position("spare")).isEqualTo(before);
    }

    @Test
    void theWireThatSomethingWouldGoIntoStandsOutWhateverIsPointedAt(FxRobot robot) {
        interact(
                robot,
                () -> canvas.scenery()
                        .point(document.state().graph().wires().stream().collect(toSet())));
        robot.moveTo(card("photo")).moveTo(middleOfWire()).moveTo(card("photo"));
        assertThat(litWires(robot)).isEqualTo(1);
    }

    @Test
    void overAWireThatItDoesNotFitACardIsOnlyMoved(FxRobot robot) {
        spare(robot, "softmax");
        Position before = position("spare");
        robot.drag(card("spare"), MouseButton.PRIMARY).moveTo(middleOfWire());
        assertThat(litWires(robot)).isZero();
        robot.drop();
        settle();
        assertThat(wires()).containsExactly(WIRE);
        assertThat(position("spare")).isNotEqualTo(before);
    }

    @Test
    void aCardNeverGoesIntoAWireOfItsOwn(FxRobot robot) {
        drag(robot, card("pre-stem"), middleOfWire());
        assertThat(wires()).containsExactly(WIRE);
    }

    @Test
    void severalCardsAreOnlyMoved(FxRobot robot) {
        spare(robot, "resize");
        select(robot, "spare", "maps");
        drag(robot, card("spare"), middleOfWire());
        assertThat(wires()).containsExactly(WIRE);
    }

    @Test
    void escapeLeavesTheWireAsItWas(FxRobot robot) {
        spare(robot, "resize");
        robot.drag(card("spare"), MouseButton.PRIMARY).moveTo(middleOfWire());
        robot.push(KeyCode.ESCAPE);
        robot.drop();
        assertThat(litWires(robot)).isZero();
        assertThat(wires()).containsExactly(WIRE);
    }

    @Test
    void aKindThatIsCarriedOverAWireGoesIntoItInOneStep(FxRobot robot) {
        var resize = BuiltInKinds.catalogue().kind("resize").orElseThrow();
        Point2D at = canvas.screenToLocal(middleOfWire());
        interact(robot, () -> canvas.carry(resize, at));
        assertThat(litWires(robot)).isEqualTo(1);
        interact(robot, () -> canvas.leave());
        assertThat(litWires(robot)).isZero();
        long revision = revision();
        interact(robot, () -> canvas.drop(resize, at));
        assertThat(wires()).contains("photo.image -> resize.image", "resize.image -> pre-stem.image");
        assertThat(selected()).containsExactly("resize");
        assertThat(revision()).isEqualTo(revision + 1);
        interact(robot, canvas::undo);
        assertThat(wires()).containsExactly(WIRE);
        assertThat(nodes()).doesNotContain("resize");
    }

    @Test
    void aKindThatDoesNotFitTheWireIsOnlyAdded(FxRobot robot) {
        var softmax = BuiltInKinds.catalogue().kind("softmax").orElseThrow();
        interact(robot, () -> canvas.drop(softmax, canvas.screenToLocal(middleOfWire())));
        assertThat(nodes()).contains("softmax");
        assertThat(wires()).containsExactly(WIRE);
    }

    @Test
    void aDoubleClickOnAWireOffersWhatFitsIntoIt(FxRobot robot) {
        robot.doubleClickOn(middleOfWire());
        assertThat(offered(robot)).contains("Resize").doesNotContain("Softmax", "Image", "Output");
        robot.write("resize").push(KeyCode.ENTER);
        settle();
        assertThat(wires()).contains("photo.image -> resize.image", "resize.image -> pre-stem.image");
        interact(robot, canvas::undo);
        assertThat(wires()).containsExactly(WIRE);
    }

    @Test
    void theSelectedWireTakesInWhatIsChosenByKeys(FxRobot robot) {
        List<String> before = wires();
        robot.clickOn(middleOfWire()).push(KeyCode.I);
        robot.write("resize").push(KeyCode.ENTER);
        settle();
        assertThat(wires()).hasSize(2).doesNotContainAnyElementsOf(before);
    }
}
