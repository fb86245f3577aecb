package dev.amalgam.ui;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.PreferenceKeeper;
import dev.amalgam.desk.Workspace;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.action.KeyMap;
import dev.amalgam.ui.action.KeyPresses;
import dev.amalgam.ui.canvas.CanvasView;
import dev.amalgam.ui.compare.CompareActions;
import dev.amalgam.ui.dialogs.Dialogs;
import dev.amalgam.ui.execution.ExecutionActions;
import dev.amalgam.ui.execution.LimitsPane;
import dev.amalgam.ui.execution.Offers;
import dev.amalgam.ui.inside.InsideView;
import dev.amalgam.ui.merge.MergeActions;
import dev.amalgam.ui.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import javafx.fxml.FXMLLoader;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The window: its parts put together over one desk, in a scene that a stage shows or a snapshot draws. */
public final class DesignerWindow {
    private final Shell shell;
    private final Scene scene;
    private final Actions actions;
    private final Dialogs dialogs;
    private final Session session;
    private final FileCommands files;
    private final Recovery recovery;

    /**
     * Puts the window together. On the UI thread.
     *
     * @param desk what it works on; whoever started it closes it
     * @param first what is open at first; the window closes it
     * @param dialogs asks the person, given the scene that asks
     * @param size its logical size
     */
    public DesignerWindow(
            Desk desk, Workspace first, Function<Scene, Dialogs> dialogs, Theme theme, Size size, Runnable quit) {
        shell = load();
        actions = actions(desk.preferences());
        desk.preferences().complaint().ifPresent(shell::say);
        scene = new Scene(shell.window(), size.width(), size.height());
        Dialogs asked = dialogs.apply(scene);
        shell.divide(size.width(), size.height());
        shell.side().palette().show(desk.catalogue(), new Additions(shell));
        shell.below().in(asked, shell::say);
        this.dialogs = asked;
        session = new Session(shell, first, this::document, desk::blank);
        files = new FileCommands(desk, session, shell, asked);
        new DocumentTabs(shell.tabs(), session, files::close);
        Memory memory = new Memory(desk.preferences(), session, files::open);
        recovery = new Recovery(desk, session, asked);
        recovery.warn(shell::say);
        TourActions.register(actions, shell, session, files, desk.preferences());
        execution(desk, asked);
        Comparing comparing = new Comparing(shell, session, new Overlay(shell.window()));
        shell.onCompare(CompareActions.register(actions, comparing));
        MergeActions.register(actions, comparing);
        new Commands(actions, session, shell, files, memory)
                .register(new Appearance(scene, theme, desk.preferences()), desk.preferences(), asked, quit);
        KeyPresses.listen(scene, actions, node -> node instanceof CanvasView || node instanceof InsideView);
    }

    /** What chooses how it is run. */
    private void execution(Desk desk, Dialogs asked) {
        Offers offers = new Offers(() -> desk.worker().info());
        ExecutionActions.register(actions, () -> workspace().document(), offers);
        actions.add("run.device", shell.device()::show);
        actions.add(
                "run.limits",
                () -> asked.show(
                        Texts.get("limits.title"),
                        new LimitsPane(desk.preferences(), desk.settings().worker())));
        session.onChange(() -> offers.look(workspace().live().state(), actions::refresh));
    }

    /** With the person's own keys, which are kept when they change. */
    private static Actions actions(PreferenceKeeper preferences) {
        Actions actions = new Actions(KeyMap.of(preferences.now().keys()));
        actions.onKeys(keys -> preferences.change(it -> it.withKeys(keys.written())));
        return actions;
    }

    private OpenDocument document(Workspace workspace) {
        Choice choice = new Choice(dialogs, workspace);
        CanvasView canvas = new CanvasView(
                workspace.document(),
                new CanvasFiles(
                        workspace,
                        choice,
                        shell::say,
                        file -> files.open(file),
                        port -> shell.below().values().look(port),
                        node -> session.shown().inside().open(node)));
        shell.follow(canvas);
        return new OpenDocument(workspace, choice, canvas, shell);
    }

    /** A logical size in pixels at 100 %. */
    public record Size(double width, double height) {}

    private static Shell load() {
        try {
            FXMLLoader loader =
                    new FXMLLoader(DesignerWindow.class.getResource("/amalgam/fxml/shell.fxml"), Texts.bundle());
            loader.load();
            return loader.getController();
        } catch (IOException e) {
            throw new UncheckedIOException("the window's own FXML cannot be read", e);
        }
    }

    /** What a stage shows. */
    public Scene scene() {
        return scene;
    }

    /** All that it can do. */
    public Actions actions() {
        return actions;
    }

    /** What is open. */
    public Workspace workspace() {
        return session.workspace();
    }

    /** The canvas. */
    public CanvasView canvas() {
        return shell.canvas();
    }

    /** Shows it on a stage that asks before anything is lost. */
    void show(Stage stage) {
        stage.setScene(scene);
        stage.setMinWidth(1100);
        stage.setMinHeight(700);
        stage.setTitle(Texts.get("app"));
        stage.setOnCloseRequest(event -> {
            event.consume();
            actions.get("file.quit").run();
        });
        session.onChange(
                () -> stage.setTitle(Texts.get("window.title", workspace().name())));
        stage.show();
    }

    /** Opens the others of these too, in this order, behind the one that is shown; the window closes them. */
    void add(List<Workspace> all) {
        session.add(all);
    }

    /** Asks what to do with what a crash left, where one did. */
    void offerRecovery() {
        recovery.offer();
    }

    /** Lets go of what is open. */
    public void close() {
        session.close();
    }
}
