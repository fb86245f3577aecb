package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Document;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Wire;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.action.KeyMap;
import dev.amalgam.ui.action.KeyPresses;
import dev.amalgam.ui.look.Fonts;
import dev.amalgam.ui.search.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The general amalgamation, or another, on a canvas, with what a person's hands need to reach it. */
@ExtendWith(ApplicationExtension.class)
abstract class CanvasCase {
    final Document document;
    final List<String> told = new ArrayList<>();
    CanvasView canvas;

    CanvasCase() {
        this(Figure.general());
    }

    CanvasCase(Document document) {
        this.document = document;
    }

    /** To be called by the case's own {@code @Start}: inherited ones are not seen. */
    final void open(Stage stage) {
        Fonts.load();
        canvas = new CanvasView(document, new CanvasHost() {
            @Override
            public void tell(String sentence, String remedy) {
                told.add(sentence + ". " + remedy + ".");
            }

            @Override
            public void fileForNode(NodeId node, String setting, Path file) {}

            @Override
            public void fileForCanvas(Path file, Position at) {}
        });
        document.onChange(canvas::show);
        BorderPane pane = new BorderPane(canvas);
        Scene scene = new Scene(pane, 1300, 860);
        scene.getStylesheets()
                .addAll("/amalgam/theme/dark.css", "/amalgam/theme/base.css", "/amalgam/theme/canvas.css");
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

    static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    void interact(FxRobot robot, Runnable what) {
        robot.interact(what);
        settle();
    }

    void drag(FxRobot robot, Point2D from, Point2D to) {
        robot.drag(from, MouseButton.PRIMARY).moveTo(to).drop();
        settle();
    }

    /** The choices of the list that is open. */
    static List<String> offered(FxRobot robot) {
        ListView<Line<?>> list = robot.lookup("#picker-list").query();
        return list.getItems().stream()
                .filter(Line.Choice.class::isInstance)
                .map(line -> ((Line.Choice<?>) line).title())
                .toList();
    }

    /** Whether a list is open. */
    static boolean isOpen(FxRobot robot) {
        settle();
        return robot.lookup(".picker").tryQuery().isPresent();
    }

    /** Drags with the right button. The headless platform's robot gives mouse events no modifiers, so that these are made. */
    void rightDrag(FxRobot robot, boolean shift, boolean control, Point2D... way) {
        drag(robot, MouseButton.SECONDARY, shift, control, way);
    }

    /** Drags with a button and keys held. */
    void drag(FxRobot robot, MouseButton button, boolean shift, boolean control, Point2D... way) {
        interact(robot, () -> {
            canvas.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, button, way[0], shift, control));
            Stream.of(way).forEach(at -> canvas.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, button, at, shift, control)));
        });
        Point2D last = way[way.length - 1];
        interact(robot, () -> canvas.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, button, last, shift, control)));
    }

    private MouseEvent mouse(
            EventType<MouseEvent> type, MouseButton button, Point2D screen, boolean shift, boolean control) {
        Point2D at = canvas.localToScene(canvas.screenToLocal(screen));
        return new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                screen.getX(),
                screen.getY(),
                button,
                1,
                shift,
                control,
                false,
                false,
                button == MouseButton.PRIMARY,
                false,
                button == MouseButton.SECONDARY,
                false,
                false,
                true,
                null);
    }

    List<String> selected() {
        settle();
        return canvas.selectedNodes().stream().map(NodeId::name).sorted().toList();
    }

    void select(FxRobot robot, String... names) {
        Set<NodeId> ids = Stream.of(names).map(NodeId::new).collect(Collectors.toSet());
        interact(robot, () -> canvas.select(ids));
    }

    Point2D output(String port) {
        return screen(canvas.pointOf(PortRef.parse(port), false).orElseThrow());
    }

    Point2D input(String port) {
        return screen(canvas.pointOf(PortRef.parse(port), true).orElseThrow());
    }

    Point2D card(String node) {
        return screen(canvas.pointOf(new NodeId(node)).orElseThrow());
    }

    Point2D screen(Point2D view) {
        return Objects.requireNonNull(canvas.localToScreen(view));
    }

    List<String> wires() {
        return document.state().graph().wires().stream().map(Wire::toString).toList();
    }

    List<String> nodes() {
        return document.state().graph().nodes().stream()
                .map(node -> node.id().name())
                .toList();
    }
}
