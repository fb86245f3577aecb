package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.desk.Document;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Wire;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.action.KeyMap;
import dev.amalgam.ui.action.KeyPresses;
import dev.amalgam.ui.look.Fonts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does with mouse and keys, on the general amalgamation. */
@ExtendWith(ApplicationExtension.class)
class CanvasTest {
    private final Document document = Figure.general();
    private final List<String> told = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private CanvasView canvas;

    @Start
    void start(Stage stage) {
        Fonts.load();
        canvas = new CanvasView(document, new CanvasHost() {
            @Override
            public void tell(String sentence, String remedy) {
                told.add(sentence + ". " + remedy + ".");
            }

            @Override
            public void fileForNode(NodeId node, String setting, Path file) {
                files.add(node + "." + setting + " " + file.getFileName());
            }

            @Override
            public void fileForCanvas(Path file, Position at) {
                files.add("canvas " + file.getFileName());
            }
        });
        document.onChange(canvas::show);
        BorderPane pane = new BorderPane(canvas);
        Scene scene = new Scene(pane, 1300, 860);
        scene.getStylesheets().addAll("/amalgam/theme/dark.css", "/amalgam/theme/canvas.css");
        Actions actions = new Actions(KeyMap.standard());
        CanvasActions.register(actions, () -> canvas);
        WireActions.register(actions, () -> canvas);
        KeyPresses.listen(scene, actions, CanvasView.class::isInstance);
        stage.setScene(scene);
        // The headless screen is 1000 by 1000 and its robot does not know windows that are centred on it.
        stage.setX(0);
        stage.setY(0);
        stage.show();
        // The first pulse fits everything into view, and places are asked for before it.
        pane.applyCss();
        pane.layout();
    }

    @AfterEach
    void release(FxRobot robot) {
        robot.release(new KeyCode[] {});
        robot.release(new MouseButton[] {});
    }

    @Test
    void aWireIsDrawnFromOutputToInput(FxRobot robot) {
        addOutput(robot);
        drag(robot, output("decide.soft"), input("result.value"));
        assertThat(document.state().graph().wires()).contains(wire("decide.soft", "result.value"));
        assertThat(told).isEmpty();
    }

    @Test
    void aWireIsDrawnFromInputToOutput(FxRobot robot) {
        addOutput(robot);
        drag(robot, input("result.value"), output("decide.soft"));
        assertThat(document.state().graph().wires()).contains(wire("decide.soft", "result.value"));
    }

    @Test
    void aWireThatDoesNotFitIsRefusedWithReasonAndRemedy(FxRobot robot) {
        var before = document.state().revision();
        drag(robot, output("decide.soft"), input("localise.encoding"));
        assertThat(document.state().revision()).isEqualTo(before);
        assertThat(told).singleElement().asString().contains("decide.soft").contains("localise.encoding");
    }

    @Test
    void whileAWireIsDrawnPortsThatDoNotFitAreDimAndSayWhy(FxRobot robot) {
        robot.drag(output("shared bottom.embedding"), MouseButton.PRIMARY).moveTo(input("decide.logits"));
        settle();
        assertThat(robot.lookup(".port:unfit").queryAll()).isNotEmpty();
        assertThat(robot.lookup(".port:fits").queryAll()).isNotEmpty();
        Hint hint = robot.lookup(".hint").queryAs(Hint.class);
        assertThat(hint.isVisible()).isTrue();
        assertThat(hint.getText()).contains("it needs logits").contains("Dense");
        robot.push(KeyCode.ESCAPE);
        robot.drop();
        assertThat(robot.lookup(".port:unfit").queryAll()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void aWireDroppedOnATakenInputReplacesTheOldOneInOneStep(FxRobot robot) {
        interact(robot, () -> Figure.add(document, "other", "image", 0, 400));
        drag(robot, output("other.image"), input("pre-stem.image"));
        assertThat(document.state().graph().wires())
                .contains(wire("other.image", "pre-stem.image"))
                .doesNotContain(wire("photo.image", "pre-stem.image"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(document.state().graph().wires()).contains(wire("photo.image", "pre-stem.image"));
    }

    @Test
    void drawingTheEndOffAnInputDisconnectsIt(FxRobot robot) {
        drag(robot, input("decide.logits"), input("decide.logits").add(-60, 120));
        assertThat(document.state().graph().wires()).doesNotContain(wire("shared bottom.logits", "decide.logits"));
        assertThat(document.state().graph().wires()).hasSize(6);
    }

    @Test
    void cardsMoveTogetherInOneStepAndUndoBringsThemBack(FxRobot robot) {
        select(robot, "photo", "pre-stem");
        long revision = document.state().revision().number();
        drag(robot, card("photo"), card("photo").add(0, 90));
        assertThat(position("photo").y()).isEqualTo(168 + world(90), within(1.0));
        assertThat(position("pre-stem").y()).isEqualTo(168 + world(90), within(1.0));
        assertThat(document.state().revision().number()).isEqualTo(revision + 1);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(position("photo")).isEqualTo(new Position(0, 168));
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(position("photo").y()).isGreaterThan(200);
    }

    @Test
    void escapeWhileDraggingLeavesEverythingWhereItWas(FxRobot robot) {
        var before = document.state().revision();
        Point2D start = card("photo");
        robot.drag(start, MouseButton.PRIMARY).moveTo(start.add(0, 120));
        robot.push(KeyCode.ESCAPE);
        robot.drop();
        settle();
        assertThat(document.state().revision()).isEqualTo(before);
        assertThat(card("photo").distance(start)).isLessThan(2);
    }

    @Test
    void aFrameSelectsWhatItTouchesAndShiftAdds(FxRobot robot) {
        drag(robot, card("photo").add(-130, -200), card("pre-stem").add(20, 20));
        assertThat(selected()).containsExactlyInAnyOrder("photo", "pre-stem");
        clickWith(robot, card("watch"), true, false);
        assertThat(selected()).containsExactlyInAnyOrder("photo", "pre-stem", "watch");
        clickWith(robot, card("photo"), false, true);
        assertThat(selected()).containsExactlyInAnyOrder("pre-stem", "watch");
        robot.clickOn(card("photo").add(0, 250));
        assertThat(selected()).isEmpty();
    }

    @Test
    void deleteTakesSelectedNodesAndTheirWiresAway(FxRobot robot) {
        robot.clickOn(card("shared bottom")).push(KeyCode.DELETE);
        assertThat(document.state().graph().node(new NodeId("shared bottom"))).isEmpty();
        assertThat(document.state().graph().wires()).hasSize(2);
        assertThat(selected()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(document.state().graph().wires()).hasSize(7);
    }

    @Test
    void aWireIsSelectedByAClickAndDeleted(FxRobot robot) {
        Point2D from = output("shared bottom.logits");
        Point2D to = input("decide.logits");
        robot.clickOn(from.midpoint(to));
        assertThat(canvas.selectedWireProperty().get()).contains(wire("shared bottom.logits", "decide.logits"));
        robot.push(KeyCode.BACK_SPACE);
        assertThat(document.state().graph().wires()).hasSize(6);
    }

    @Test
    void zoomingKeepsThePointUnderThePointer(FxRobot robot) {
        Point2D at = card("watch");
        robot.moveTo(at);
        double before = canvas.zoomProperty().get();
        robot.scroll(3, javafx.geometry.VerticalDirection.UP);
        settle();
        assertThat(canvas.zoomProperty().get()).isNotEqualTo(before);
        assertThat(card("watch").distance(at)).isLessThan(1.5);
    }

    @Test
    void theMiddleButtonPans(FxRobot robot) {
        Point2D before = card("photo");
        robot.drag(before.add(0, 300), MouseButton.MIDDLE).dropBy(70, -40);
        settle();
        assertThat(card("photo").distance(before.add(70, -40))).isLessThan(2);
    }

    @Test
    void aKindThatIsAddedBecomesASelectedNodeWithANameOfItsOwn(FxRobot robot) {
        interact(robot, () -> canvas.addKind("pool", new Point2D(200, 600)));
        assertThat(document.state().graph().node(new NodeId("pool"))).isPresent();
        assertThat(selected()).containsExactly("pool");
        interact(robot, () -> canvas.addKind("pool", new Point2D(10, 10)));
        assertThat(document.state().graph().node(new NodeId("pool 2"))).isPresent();
    }

    @Test
    void arrowsNudgeTheSelectionOneStepEach(FxRobot robot) {
        robot.clickOn(card("decide")).push(KeyCode.RIGHT).push(KeyCode.DOWN);
        assertThat(position("decide")).isEqualTo(new Position(744, 400));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(position("decide")).isEqualTo(new Position(744, 396));
    }

    @Test
    void nWalksCardsAsTheDataFlowsAndEnterSelects(FxRobot robot) {
        interact(robot, canvas::requestFocus);
        robot.push(KeyCode.N).push(KeyCode.N).push(KeyCode.ENTER);
        assertThat(selected()).containsExactly("pre-stem");
        assertThat(canvas.getAccessibleText()).contains("pre-stem").contains("float32[1,3,224,224]");
    }

    @Test
    void aCardThatIsGoneIsNotSelectedByEnter(FxRobot robot) {
        interact(robot, canvas::requestFocus);
        robot.push(KeyCode.N);
        interact(robot, () -> document.apply(new Edit.Remove(Set.of(new NodeId("photo")))));
        robot.push(KeyCode.ENTER);
        assertThat(selected()).isEmpty();
    }

    @Test
    void theWalkGoesOnFromTheCardThatIsSelectedSince(FxRobot robot) {
        interact(robot, canvas::requestFocus);
        robot.push(KeyCode.N).push(KeyCode.N).push(KeyCode.N);
        select(robot, "photo");
        robot.push(KeyCode.N).push(KeyCode.ENTER);
        assertThat(selected()).containsExactly("pre-stem");
    }

    @Test
    void aWireIsDrawnByKeyboard(FxRobot robot) {
        addOutput(robot);
        select(robot, "result");
        interact(robot, canvas::requestFocus);
        robot.push(KeyCode.W).push(KeyCode.DOWN).push(KeyCode.ENTER);
        settle();
        assertThat(document.state().graph().wiresInto(new NodeId("result"))).hasSize(1);
    }

    @Test
    void everythingIsSelectedByControlA(FxRobot robot) {
        interact(robot, canvas::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(selected()).hasSize(7);
    }

    /** The headless platform's robot gives mouse events no modifiers, so that these are made by hand. */
    private void clickWith(FxRobot robot, Point2D screen, boolean shift, boolean control) {
        Point2D at = canvas.localToScene(canvas.screenToLocal(screen));
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            interact(
                    robot,
                    () -> canvas.fireEvent(new MouseEvent(
                            type,
                            at.getX(),
                            at.getY(),
                            screen.getX(),
                            screen.getY(),
                            MouseButton.PRIMARY,
                            1,
                            shift,
                            control,
                            false,
                            false,
                            true,
                            false,
                            false,
                            false,
                            false,
                            true,
                            null)));
        }
    }

    private void addOutput(FxRobot robot) {
        interact(robot, () -> Figure.add(document, "result", "output", 480, 400));
    }

    private void interact(FxRobot robot, Runnable what) {
        robot.interact(what);
        settle();
    }

    private void select(FxRobot robot, String... names) {
        Set<NodeId> ids = new java.util.HashSet<>();
        for (String name : names) {
            ids.add(new NodeId(name));
        }
        interact(robot, () -> canvas.select(ids));
    }

    private List<String> selected() {
        settle();
        return canvas.selectedNodes().stream().map(NodeId::name).toList();
    }

    private void drag(FxRobot robot, Point2D from, Point2D to) {
        robot.drag(from, MouseButton.PRIMARY).moveTo(to).drop();
        settle();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private double world(double pixels) {
        return pixels / canvas.zoomProperty().get();
    }

    private Position position(String node) {
        return document.state().graph().position(new NodeId(node));
    }

    private Point2D output(String port) {
        return screen(canvas.pointOf(PortRef.parse(port), false).orElseThrow());
    }

    private Point2D input(String port) {
        return screen(canvas.pointOf(PortRef.parse(port), true).orElseThrow());
    }

    private Point2D card(String node) {
        return screen(canvas.pointOf(new NodeId(node)).orElseThrow());
    }

    private Point2D screen(Point2D view) {
        return Objects.requireNonNull(canvas.localToScreen(view));
    }

    private static Wire wire(String from, String to) {
        return new Wire(PortRef.parse(from), PortRef.parse(to));
    }
}
