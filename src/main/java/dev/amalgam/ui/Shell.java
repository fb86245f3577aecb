package dev.amalgam.ui;

import dev.amalgam.compile.Problem;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.compare.Drift;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.Setting;
import dev.amalgam.ui.canvas.CanvasView;
import dev.amalgam.ui.canvas.Cover;
import dev.amalgam.ui.cost.CostFacts;
import dev.amalgam.ui.cost.CostModel;
import dev.amalgam.ui.cost.CostView;
import dev.amalgam.ui.drift.DriftWords;
import dev.amalgam.ui.input.InputContext;
import dev.amalgam.ui.inspector.InspectorContext;
import dev.amalgam.ui.inspector.InspectorView;
import dev.amalgam.ui.live.InputPart;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.problems.ProblemsView;
import dev.amalgam.ui.run.Transport;
import dev.amalgam.ui.search.FocusArea;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import dev.amalgam.ui.tour.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.stage.Window;
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
    private Label appName;

    @FXML
    private Transport transport;

    @FXML
    private MenuButton device;

    @FXML
    private Label runState;

    @FXML
    private SplitPane columns;

    @FXML
    private SplitPane rows;

    @FXML
    private SideView side;

    @FXML
    private TabPane tabs;

    @FXML
    private StackPane canvasPlace;

    @FXML
    private Below below;

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
    private Label reference;

    @FXML
    private Label hint;

    @FXML
    private Label exports;

    /** How wide the window is, at the usual size of text, where its name stands before the menus. */
    private static final double NAMED_WIDTH = 900;

    private final Circle runDot = new Circle(4);
    private final PathBar path = new PathBar();
    private final Object selecting = new Object();
    private @Nullable OpenDocument document;
    private Runnable onSelection = () -> {};
    private BiConsumer<NodeId, Setting> comparing = (_, _) -> {};
    private String deviceNote = "";

    /** Called by JavaFX once all parts are there. */
    @FXML
    private void initialize() {
        StackPane.setAlignment(path, Pos.TOP_LEFT);
        runDot.getStyleClass().add("run-dot");
        runDot.radiusProperty().bind(TextScale.length(4));
        runState.setGraphic(runDot);
        // Where text is large, the menus are worth more than the name.
        appName.visibleProperty().bind(window.widthProperty().greaterThan(TextScale.length(NAMED_WIDTH)));
        appName.managedProperty().bind(appName.visibleProperty());
        menus.setAccessibleText(Texts.get("menus.name"));
        tabs.setAccessibleText(Texts.get("tabs.name"));
        problems.on(node -> canvas().reveal(node), () -> showProblems(false));
        problemCount.setOnAction(_ -> showProblems(!problems.isVisible()));
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> showSaved()));
        clock.setCycleCount(Animation.INDEFINITE);
        // A clock that runs keeps all that it shows, for ever.
        window.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(showing -> {
                    if (showing) {
                        clock.play();
                    } else {
                        clock.stop();
                    }
                });
    }

    BorderPane window() {
        return window;
    }

    /** The canvas of what is open. @throws IllegalStateException where nothing is open yet */
    CanvasView canvas() {
        if (document == null) {
            throw new IllegalStateException("nothing is open yet");
        }
        return document.canvas();
    }

    /** Calls {@code listener} after each change of what is selected on the canvas, in the next pulse. */
    void onSelection(Runnable listener) {
        onSelection = listener;
    }

    /** Where canvases stand. */
    Node canvasPlace() {
        return canvasPlace;
    }

    /** Calls {@code compare} where a setting is to be compared with another value of it. */
    void onCompare(BiConsumer<NodeId, Setting> compare) {
        comparing = compare;
    }

    /** Says where it runs; its menu chooses. */
    Transport transport() {
        return transport;
    }

    MenuButton device() {
        return device;
    }

    /** What stands at the left: what can be added, and the outline. */
    SideView side() {
        return side;
    }

    /** What stands below the canvas: the live panel, and the values that are looked at more closely. */
    Below below() {
        return below;
    }

    /** What to do when somebody wants to know at which operator what is odd about a node begins. */
    void onTrace(Consumer<NodeId> traced) {
        problems.onTrace(traced);
    }

    /** What it costs. */
    CostView cost() {
        return below.costs();
    }

    /** Shows from now on what is known of the cost of what is open. */
    void show(CostModel costs) {
        below.live().times(node -> CostFacts.times(costs, node));
        inspector.costs(node -> CostFacts.of(costs, node));
    }

    /** More is known of the cost. */
    void showCosts() {
        inspector.showCosts();
    }

    /** The parts that the guided tour shows, in its order. */
    List<Step> tour() {
        return List.of(
                new Step("canvas", canvasPlace),
                new Step("palette", side),
                new Step("wires", canvasPlace),
                new Step("inspector", inspector),
                new Step("live", below),
                new Step("export", menus));
    }

    /** What goes in. */
    InputPart input() {
        return below.live().input();
    }

    TabPane tabs() {
        return tabs;
    }

    /** Puts these menus in the menu bar. */
    void show(List<Menu> bar) {
        menus.getMenus().setAll(bar);
    }

    /** Shows another document from now on. */
    void open(OpenDocument opened) {
        boolean focused = document != null && document.canvas().isFocused();
        document = opened;
        canvasPlace.getChildren().setAll(opened.canvas(), path);
        if (focused) {
            opened.canvas().requestFocus();
        }
        inspector.open(new InspectorContext(
                opened.workspace().document(),
                opened.files(),
                (node, setting) -> comparing.accept(node, setting),
                opened.workspace().workshop()));
        below.live()
                .open(new InputContext(
                        opened.workspace().document(), opened.workspace().inputs(), opened.files()));
        below.values().open(opened.workspace(), opened.looks());
        below.arrange();
        side.open(opened, this::say);
        showInside();
    }

    /** Follows what is selected on a canvas, whenever that canvas is shown. */
    void follow(CanvasView canvas) {
        // A set tells of each of its nodes on its own; shown is what is selected once all have been told.
        Runnable showOnce = () -> UiThread.later(selecting, this::showSelected);
        canvas.selectedNodes().addListener((InvalidationListener) _ -> showOnce.run());
        canvas.selectedWireProperty().addListener((_, _, _) -> showOnce.run());
    }

    /** Shows a state of the document. */
    void show(Document.State state) {
        canvas().show(state);
        inspector.show(state, Set.copyOf(canvas().selectedNodes()));
        below.live().show(state);
        below.values().show(state);
        side.outline().show(state);
        showProblems();
        exports.setText(StatusLine.exports(state));
        showSaved();
        showPath();
    }

    /** What stands against it, and what is odd about the values that it gives. */
    private void showProblems() {
        if (document == null) {
            return;
        }
        Document.State state = document.state();
        List<Problem> all = new ArrayList<>(state.problems());
        all.addAll(document.workspace().live().state().findings(state.graph().order()));
        problems.show(all);
        problemCount.setText(StatusLine.problems(all));
        tone(problemCount, state.typing().hasErrors() ? "failed" : all.isEmpty() ? "fine" : "busy");
    }

    /** Shows results. */
    void show(LiveState state) {
        showProblems();
        canvas().show(state);
        inspector.show(state);
        below.live().show(state);
        below.values().show(state);
        showDevice(state);
        runState.setText(StatusLine.run(state));
        tone(runState, StatusLine.tone(state.phase()));
        tone(runDot, StatusLine.tone(state.phase()));
        tip(runState, Texts.say(state.message()));
        worker.setText(StatusLine.worker(state));
        showReference();
    }

    /** Shows how far results are from a reference, where one is pinned. */
    void show(Drift drift) {
        canvas().show(drift);
        inspector.show(drift);
        if (document != null) {
            LiveState live = document.workspace().live().state();
            side.outline().show(port -> drift.of(port, live));
        }
        showReference();
    }

    private void showReference() {
        if (document != null) {
            String words = DriftWords.summary(
                    document.drift().drift(), document.workspace().live().state());
            reference.setText(words);
            reference.setVisible(!words.isEmpty());
            reference.setManaged(!words.isEmpty());
        }
    }

    /** Where it runs and, where that is not where it was asked to, why: by the pointer, and once in the status line. */
    private void showDevice(LiveState state) {
        String note = Texts.say(state.deviceNote());
        device.setText(Texts.say(state.device()));
        device.setAccessibleText(Texts.get("device.name", device.getText()) + (note.isEmpty() ? "" : " " + note));
        String runtime = state.runtime().isEmpty() ? device.getText() : state.runtime();
        tip(device, note.isEmpty() ? runtime : note + "\n" + runtime);
        tone(device, note.isEmpty() ? "plain" : "busy");
        if (!note.isEmpty() && !note.equals(deviceNote)) {
            say(note);
        }
        deviceNote = note;
    }

    /** A tooltip is a window of its own, costly to make: it is kept as long as there is something to say. */
    private static void tip(Control control, String words) {
        if (words.isEmpty()) {
            control.setTooltip(null);
        } else if (control.getTooltip() == null) {
            control.setTooltip(new Tooltip(words));
        } else {
            control.getTooltip().setText(words);
        }
    }

    private static void tone(Node node, String tone) {
        if (!node.getStyleClass().contains(tone)) {
            node.getStyleClass().removeAll(List.of("plain", "busy", "fine", "failed"));
            node.getStyleClass().add(tone);
        }
    }

    private void showSelected() {
        if (document != null) {
            inspector.show(document.state(), Set.copyOf(canvas().selectedNodes()));
            below.live().select(Set.copyOf(canvas().selectedNodes()));
            side.outline().follow();
            onSelection.run();
        }
    }

    /** Shows what is chosen inside the component that is open, and the way to it; or what is on the canvas. */
    void showInside() {
        showPath();
        if (document != null) {
            boolean focused = FocusArea.hasFocus(inspector);
            inspector.instead(document.inside().pane());
            if (focused) {
                // What had the focus was of what was chosen before.
                Optional.ofNullable(inspector.getContent().lookup("#tap-toggle"))
                        .orElseGet(() -> canvas().cover().<Node>map(Cover::view).orElse(canvas()))
                        .requestFocus();
            }
            onSelection.run();
        }
    }

    private void showPath() {
        if (document != null) {
            path.show(document.path());
        }
    }

    private void showSaved() {
        if (document != null) {
            saved.setText(StatusLine.saved(document.state(), document.savedAt(), Instant.now()));
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
        double text = TextScale.factor();
        double left = Math.min(260 * text, 0.25 * width);
        double right = Math.min(Math.clamp(0.217 * width, 256, 312) * text, 0.3 * width);
        double below = Math.min(Math.clamp(0.28 * height, 190, 252) * text, 0.45 * height);
        columns.setDividerPositions(left / width, 1 - right / width);
        rows.setDividerPositions(1 - below / (height - 62 * text));
    }
}
