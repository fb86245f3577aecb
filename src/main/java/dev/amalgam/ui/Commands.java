package dev.amalgam.ui;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.PreferenceKeeper;
import dev.amalgam.export.ExportOptions;
import dev.amalgam.graph.History;
import dev.amalgam.onnx.Form;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.action.Menus;
import dev.amalgam.ui.canvas.ArrangeActions;
import dev.amalgam.ui.canvas.CanvasActions;
import dev.amalgam.ui.canvas.CanvasMenus;
import dev.amalgam.ui.canvas.FindActions;
import dev.amalgam.ui.canvas.LookActions;
import dev.amalgam.ui.canvas.NoteActions;
import dev.amalgam.ui.canvas.TransferActions;
import dev.amalgam.ui.canvas.WireActions;
import dev.amalgam.ui.dialogs.Dialogs;
import dev.amalgam.ui.inside.InsideActions;
import dev.amalgam.ui.live.InputActions;
import dev.amalgam.ui.run.RunActions;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.values.ValueActions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;

/** All that the window can do, brought together: each area adds its own actions, and the menus are made of them. */
final class Commands {
    private static final Set<String> ON_CARDS = Set.of(
            "add",
            "arrange",
            "node",
            "wire",
            "edit.cut",
            "edit.copy",
            "edit.paste",
            "edit.paste-wired",
            "edit.duplicate",
            "edit.delete",
            "edit.note",
            "select.all",
            "select.upstream",
            "select.downstream",
            "select.note",
            "select.menu");

    private final Actions actions;
    private final Session session;
    private final Shell shell;
    private final FileCommands files;
    private final Memory memory;

    Commands(Actions actions, Session session, Shell shell, FileCommands files, Memory memory) {
        this.actions = actions;
        this.session = session;
        this.shell = shell;
        this.files = files;
        this.memory = memory;
    }

    void register(Appearance appearance, PreferenceKeeper preferences, Dialogs dialogs, Runnable quit) {
        file(quit);
        PictureCommand picture = new PictureCommand(session, shell, dialogs);
        actions.add("file.picture", picture::run).when(this::hasNodes);
        CanvasActions.register(actions, shell::canvas);
        FindActions.register(actions, shell::canvas);
        ArrangeActions.register(actions, shell::canvas);
        LookActions.register(actions, shell::canvas);
        NoteActions.register(actions, shell::canvas);
        PastedPicture pasted = new PastedPicture(session, shell);
        TransferActions.register(actions, shell::canvas, pasted::pasteIfThere);
        WireActions.register(actions, shell::canvas);
        InsideActions.register(
                actions,
                shell::canvas,
                this::state,
                node -> session.shown().inside().finding(node));
        ValueActions.register(
                actions, shell.below().values(), () -> shell.canvas().selectedOutput());
        CostPlace.open(actions, session, shell);
        edit();
        view(appearance);
        RunActions.register(actions, session::workspace, shell::canvas);
        new Help(actions, shell, preferences, dialogs).register();
        Menus menus = new Menus(actions);
        menus.fill("recent", memory::items);
        InputActions.register(actions, shell::input, pasted::paste, shell::say);
        ContextMenu inputMenu = menus.context("input");
        shell.input().onMore(node -> inputMenu.show(node, Side.TOP, 0, 0));
        CanvasMenus canvasMenus = new CanvasMenus(menus, shell::canvas);
        actions.add("select.menu", canvasMenus::showForSelection);
        canvasMenus.listen(shell.canvasPlace());
        menus.into(shell.device(), "execution");
        suspendWhileCovered();
        shell.show(menus.bar());
        shell.transport().show(actions);
        shell.onSelection(actions::refresh);
        session.onChange(actions::refresh);
    }

    /** What is done with cards makes no sense while the inside of one is shown instead of them. */
    private void suspendWhileCovered() {
        actions.all().stream()
                .filter(action -> ON_CARDS.contains(action.area()) || ON_CARDS.contains(action.name()))
                .forEach(action -> action.unless(() -> shell.canvas().cover().isPresent()));
    }

    private void file(Runnable quit) {
        actions.add("file.new", files::blank);
        actions.add("file.open", files::open);
        boolean sample = Samples.figure3().isPresent();
        actions.add("file.sample", files::sample).when(() -> sample);
        actions.add("file.save", files::save).when(() -> state().isModified());
        actions.add("file.save-as", files::saveAs);
        export("file.export", ExportOptions.DEFAULT);
        export("file.export-functions", ExportOptions.DEFAULT.as(Form.FUNCTIONS));
        export("file.export-bare", ExportOptions.DEFAULT.withProject(false));
        actions.add("file.close", files::close);
        actions.add("file.next", () -> session.show(1)).when(this::hasSeveral);
        actions.add("file.previous", () -> session.show(-1)).when(this::hasSeveral);
        actions.add("file.quit", () -> files.afterSaving(quit));
    }

    private void export(String action, ExportOptions choices) {
        actions.add(action, () -> files.export(choices))
                .when(() -> hasNodes() && !state().typing().hasErrors());
    }

    private void edit() {
        actions.get("edit.undo")
                .when(() -> state().history().canUndo())
                .titled(() -> title("edit.undo", label(History::canUndo, History::undoLabel)));
        actions.get("edit.redo")
                .when(() -> state().history().canRedo())
                .titled(() -> title("edit.redo", label(History::canRedo, History::redoLabel)));
        actions.add("add.find", shell.side()::searchPalette);
    }

    private void view(Appearance appearance) {
        actions.add("view.outline", shell.side()::readOutline);
        actions.add("view.problems", () -> shell.showProblems(!shell.showsProblems()))
                .titled(() -> Texts.get(shell.showsProblems() ? "problems.hide" : "view.problems"));
        AppearanceActions.register(actions, appearance, shell::say);
    }

    /** Such as {@code Undo: Connect photo to resize}. */
    private static String title(String action, Optional<String> label) {
        return label.filter(it -> !it.isEmpty())
                .map(it -> Texts.get(action + ".what", Texts.say(it)))
                .orElseGet(() -> Texts.get(action));
    }

    private Optional<String> label(Predicate<History> there, Function<History, String> label) {
        return Optional.of(state().history()).filter(there).map(label);
    }

    private Document.State state() {
        return session.workspace().document().state();
    }

    private boolean hasSeveral() {
        return session.documents().size() > 1;
    }

    private boolean hasNodes() {
        return !state().graph().nodes().isEmpty();
    }
}
