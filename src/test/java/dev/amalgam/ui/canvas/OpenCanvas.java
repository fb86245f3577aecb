package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Document;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.action.KeyMap;
import dev.amalgam.ui.action.KeyPresses;
import dev.amalgam.ui.look.Fonts;
import dev.amalgam.ui.thread.UiThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A canvas in a window with its actions and keys, and a hand to use it: what the tests of single gestures share. */
final class OpenCanvas {
    final Document document;
    final CanvasView canvas;
    final Actions actions = new Actions(KeyMap.standard());
    final List<PortRef> looked = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final List<String> dropped = new ArrayList<>();
    final FxRobot robot = new FxRobot();

    OpenCanvas(Document document, Stage stage) {
        this.document = document;
        Fonts.load();
        canvas = new CanvasView(document, new CanvasHost() {
            @Override
            public void tell(String sentence, String remedy) {
                told.add(sentence + ". " + remedy + ".");
            }

            @Override
            public void look(PortRef output) {
                looked.add(output);
            }

            @Override
            public void fileForNode(NodeId node, String setting, Path file) {
                dropped.add(node + " " + setting + " " + file.getFileName());
            }

            @Override
            public void filesForNode(NodeId node, String setting, List<Path> files) {
                dropped.add(node + " " + setting + " " + files);
            }

            @Override
            public void fileForCanvas(Path file, Position at) {
                dropped.add(file.getFileName().toString());
            }
        });
        document.onChange(canvas::show);
        CanvasActions.register(actions, () -> canvas);
        ArrangeActions.register(actions, () -> canvas);
        LookActions.register(actions, () -> canvas);
        NoteActions.register(actions, () -> canvas);
        TransferActions.register(actions, () -> canvas, () -> {});
        BorderPane pane = new BorderPane(canvas);
        Scene scene = new Scene(pane, 1300, 860);
        scene.getStylesheets().addAll("/amalgam/theme/dark.css", "/amalgam/theme/canvas.css");
        KeyPresses.listen(scene, actions, CanvasView.class::isInstance);
        stage.setScene(scene);
        // The headless screen is 1000 by 1000 and its robot does not know windows that are centred on it.
        stage.setX(0);
        stage.setY(0);
        stage.show();
        // The first pulse fits everything into view, and places are asked for before it.
        pane.applyCss();
        pane.layout();
        canvas.requestFocus();
    }

    Amalgamation graph() {
        return document.state().graph();
    }

    long revision() {
        return document.state().revision().number();
    }

    Position position(String node) {
        return graph().position(new NodeId(node));
    }

    static Set<NodeId> ids(String... names) {
        return Stream.of(names).map(NodeId::new).collect(Collectors.toSet());
    }

    void select(String... names) {
        interact(() -> canvas.select(ids(names)));
    }

    List<String> selected() {
        settle();
        return canvas.selectedNodes().stream().map(NodeId::name).sorted().toList();
    }

    /** Runs an action by name, as a menu would. */
    void run(String action) {
        interact(() -> actions.get(action).run());
    }

    void push(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    void drag(Point2D from, Point2D to) {
        robot.drag(from, MouseButton.PRIMARY).moveTo(to).drop();
        settle();
    }

    void interact(Runnable what) {
        robot.interact(what);
        settle();
    }

    /** Waits until what was asked for in the background is shown. */
    void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, UiThread::isIdle);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("the window is still busy", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    double zoom() {
        return canvas.zoomProperty().get();
    }

    /** Where the middle of a card is on the screen. */
    Point2D card(String node) {
        return screen(canvas.pointOf(new NodeId(node)).orElseThrow());
    }

    /** A point of the world on the screen. */
    Point2D at(double worldX, double worldY) {
        return screen(canvas.scenery().camera().toView(worldX, worldY));
    }

    private Point2D screen(Point2D view) {
        return Objects.requireNonNull(canvas.localToScreen(view));
    }
}
