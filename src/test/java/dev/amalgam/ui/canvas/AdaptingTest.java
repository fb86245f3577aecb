package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Value;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A wire that does not fit where it is dropped offers what would make it fit. */
class AdaptingTest extends CanvasCase {
    AdaptingTest() {
        super(BuiltIn.document());
    }

    @Start
    void start(Stage stage) {
        BuiltIn.tensor(document, "pixels", "raw", new Position(0, 560), 5, 7, 3);
        Figure.add(document, "small", "resize", 420, 560);
        open(stage);
    }

    private long revision() {
        return document.state().revision().number();
    }

    private Rectangle2D box(String node) {
        return canvas.scenery().board().card(new NodeId(node)).orElseThrow().box();
    }

    @Test
    void theHintSaysWhatCouldGoBetween(FxRobot robot) {
        robot.drag(output("pixels.value"), MouseButton.PRIMARY).moveTo(input("small.image"));
        settle();
        assertThat(robot.lookup(".hint").queryAs(Hint.class).getText())
                .contains("pixels.value")
                .endsWith("Let go to choose what to put between: Cast.");
        robot.push(KeyCode.ESCAPE);
        robot.drop();
        assertThat(isOpen(robot)).isFalse();
    }

    @Test
    void whatWouldMakeItFitIsOfferedAndEnterInsertsItInOneStep(FxRobot robot) {
        List<String> before = wires();
        long revision = revision();
        drag(robot, output("pixels.value"), input("small.image"));
        assertThat(offered(robot)).containsExactly("Insert Cast: uint8");
        assertThat(told).isEmpty();
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(wires()).contains("pixels.value -> cast.value", "cast.value -> small.image");
        assertThat(revision()).isEqualTo(revision + 1);
        assertThat(canvas.isFocused()).isTrue();
        interact(robot, canvas::undo);
        assertThat(wires()).isEqualTo(before);
        assertThat(nodes()).doesNotContain("cast");
    }

    @Test
    void aClickInsertsItWhereItCoversNothing(FxRobot robot) {
        drag(robot, output("pixels.value"), input("small.image"));
        robot.clickOn("Insert Cast: uint8");
        settle();
        Rectangle2D cast = box("cast");
        assertThat(nodes())
                .filteredOn(node -> !node.equals("cast"))
                .noneMatch(node -> box(node).intersects(cast));
        assertThat(cast.getMinX()).isBetween(0.0, 600.0);
    }

    @Test
    void escapeClosesItAndNothingHasChanged(FxRobot robot) {
        long revision = revision();
        drag(robot, output("pixels.value"), input("small.image"));
        assertThat(robot.lookup(".draft").query().isVisible()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(isOpen(robot)).isFalse();
        assertThat(robot.lookup(".draft").query().isVisible()).isFalse();
        assertThat(revision()).isEqualTo(revision);
    }

    @Test
    void theWireOfATakenInputGivesWay(FxRobot robot) {
        drag(robot, output("pixels.value"), input("pre-stem.image"));
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(wires()).containsExactlyInAnyOrder("pixels.value -> cast.value", "cast.value -> pre-stem.image");
    }

    @Test
    void anEndThatIsDrawnOffAndDroppedWhereItDoesNotFitLeavesItsOldPlace(FxRobot robot) {
        interact(robot, () -> {
            Figure.add(document, "again", "cast", 420, 300);
            Figure.wire(document, "pixels.value", "again.value");
        });
        Point2D from = input("again.value");
        drag(robot, from, input("small.image"));
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(wires())
                .contains("pixels.value -> cast.value", "cast.value -> small.image")
                .doesNotContain("pixels.value -> again.value");
        interact(robot, canvas::undo);
        assertThat(wires()).contains("pixels.value -> again.value");
    }

    @Test
    void whatNothingMakesFitIsRefused(FxRobot robot) {
        drag(robot, output("maps.value"), input("small.image"));
        assertThat(isOpen(robot)).isFalse();
        assertThat(told).singleElement().asString().contains("maps.value");
    }

    @Test
    void aWireWhoseEndsDisagreeIsMadeToFit(FxRobot robot) {
        interact(robot, () -> {
            change("pixels", "element", new Value.Text("uint8"));
            Figure.wire(document, "pixels.value", "small.image");
            change("pixels", "element", new Value.Text("float32"));
        });
        robot.clickOn(output("pixels.value").midpoint(input("small.image"))).push(KeyCode.SHIFT, KeyCode.I);
        assertThat(offered(robot)).containsExactly("Insert Cast: uint8");
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(wires()).contains("pixels.value -> cast.value", "cast.value -> small.image");
    }

    private void change(String node, String setting, Value value) {
        assertThat(document.apply(new Edit.Change(new NodeId(node), setting, Optional.of(value))))
                .isEmpty();
    }
}
