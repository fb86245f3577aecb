package dev.amalgam.ui;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.canvas.CanvasView;
import dev.amalgam.ui.dialogs.FileChoice;
import dev.amalgam.ui.inspector.InspectorContext;
import dev.amalgam.ui.inspector.InspectorView;
import dev.amalgam.ui.live.LiveView;
import dev.amalgam.ui.palette.PaletteView;
import dev.amalgam.ui.problems.ProblemsView;
import dev.amalgam.ui.text.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The parts of the window and what they show; the controller of {@code shell.fxml}. For the UI thread only. */
@SuppressWarnings("NullAway.Init") // JavaFX fills in what is marked @FXML before it calls initialize.
public final class Shell {
    @FXML
    private BorderPane window;

    @FXML
    private MenuBar menus;

    @FXML
    private Label device;

    @FXML
    private Label runState;

    @FXML
    private SplitPane columns;

    @FXML
    private SplitPane rows;

    @FXML
    private PaletteView palette;

    @FXML
    private Label title;

    @FXML
    private StackPane canvasPlace;

    @FXML
    private LiveView live;

    @FXML
    private ProblemsView problems;

    @FXML
    private InspectorView inspector;

    @FXML
    private Button problemCount;

    @FXML
    private Label saved;

    @FXML
    private Label worker;

    @FXML
    private Label hint;

    @FXML
    private Label exports;

    private final Circle runDot = new Circle(4);
    private @Nullable CanvasView canvas;
    private @Nullable Workspace workspace;
    private Runnable onSelection = () -> {};
    private Optional<Instant> savedAt = Optional.empty();

    /** Called by JavaFX once all parts are there. */
    @FXML
    private void initialize() {
        runDot.getStyleClass().add("run-dot");
        runState.setGraphic(runDot);
        problems.on(node -> canvas().reveal(node), () -> showProblems(false));
        problemCount.setOnAction(_ -> showProblems(!problems.isVisible()));
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> showSaved()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    BorderPane window() {
        return window;
    }

    /** The canvas of what is open. @throws IllegalStateException where nothing is open yet */
    CanvasView canvas() {
        if (canvas == null) {
            throw new IllegalStateException("nothing is open yet");
        }
        return canvas;
    }

    /** Calls {@code listener} after each change of what is selected on the canvas. */
    void onSelection(Runnable listener) {
        onSelection = listener;
    }

    PaletteView palette() {
        return palette;
    }

    /** Puts these menus in the menu bar. */
    void show(List<Menu> bar) {
        menus.getMenus().setAll(bar);
    }

    /** Shows another workspace from now on. */
    void open(Workspace opened, FileChoice files) {
        workspace = opened;
        savedAt = Optional.empty();
        Document document = opened.document();
        CanvasView view = new CanvasView(document, new CanvasFiles(opened, files, this::say));
        view.selectedNodes().addListener((SetChangeListener<NodeId>) _ -> showSelection());
        view.selectedWireProperty().addListener((_, _, _) -> onSelection.run());
        canvas = view;
        canvasPlace.getChildren().setAll(view);
        inspector.open(new InspectorContext(document, files));
        live.open(document, files);
        show(document.state());
        show(opened.live().state());
    }

    /** Shows a state of the document. */
    void show(Document.State state) {
        canvas().show(state);
        inspector.show(state, Set.copyOf(canvas().selectedNodes()));
        live.show(state);
        problems.show(state.problems());
        problemCount.setText(StatusLine.problems(state.problems()));
        tone(
                problemCount,
                state.typing().hasErrors() ? "failed" : state.problems().isEmpty() ? "fine" : "busy");
        exports.setText(StatusLine.exports(state));
        showTitle(state);
        showSaved();
    }

    private void showTitle(Document.State state) {
        if (workspace != null) {
            String name = workspace.name();
            title.setText(state.isModified() ? Texts.get("title.modified", name) : name);
            tip(title, workspace.file().map(Path::toString).orElse(""));
        }
    }

    /** Shows results. */
    void show(LiveState state) {
        canvas().show(state);
        inspector.show(state);
        live.show(state);
        device.setText(state.device());
        tip(device, state.runtime().isEmpty() ? state.device() : state.runtime());
        runState.setText(StatusLine.run(state));
        tone(runState, StatusLine.tone(state.phase()));
        tone(runDot, StatusLine.tone(state.phase()));
        tip(runState, state.message());
        worker.setText(StatusLine.worker(state));
    }

    /** A tooltip is a window of its own, costly to make: it is kept as long as there is something to say. */
    private static void tip(Label label, String words) {
        if (words.isEmpty()) {
            label.setTooltip(null);
        } else if (label.getTooltip() == null) {
            label.setTooltip(new Tooltip(words));
        } else {
            label.getTooltip().setText(words);
        }
    }

    private static void tone(Node node, String tone) {
        if (!node.getStyleClass().contains(tone)) {
            node.getStyleClass().removeAll(List.of("busy", "fine", "failed"));
            node.getStyleClass().add(tone);
        }
    }

    private void showSelection() {
        if (workspace != null) {
            inspector.show(workspace.document().state(), Set.copyOf(canvas().selectedNodes()));
            onSelection.run();
        }
    }

    private void showSaved() {
        if (workspace != null) {
            saved.setText(StatusLine.saved(workspace.document().state(), savedAt, Instant.now()));
        }
    }

    /** Notes that it was saved just now, perhaps under another name. */
    void saved(Instant at) {
        savedAt = Optional.of(at);
        if (workspace != null) {
            show(workspace.document().state());
        }
    }

    /** Says something in the status line, until something else is said. */
    void say(String sentence) {
        hint.setText(sentence);
    }

    boolean showsProblems() {
        return problems.isVisible();
    }

    void showProblems(boolean shown) {
        problems.setVisible(shown);
        problems.setManaged(shown);
    }

    /** Gives the middle what the sides do not need; called when the window has got its first size. */
    void divide(double width, double height) {
        double right = Math.clamp(0.217 * width, 256, 312);
        columns.setDividerPositions(260 / width, 1 - right / width);
        rows.setDividerPositions(1 - Math.clamp(0.28 * height, 190, 252) / (height - 62));
    }
}
