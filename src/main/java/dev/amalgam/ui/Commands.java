package dev.amalgam.ui;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.ui.canvas.CanvasView;
import dev.amalgam.ui.dialogs.Dialogs;
import dev.amalgam.ui.text.Texts;
import javafx.scene.Scene;

/** All that the window can do, by name, and when it makes sense. */
final class Commands {
    private final Actions actions;
    private final Session session;
    private final Shell shell;
    private final FileCommands files;

    Commands(Actions actions, Session session, Shell shell, FileCommands files) {
        this.actions = actions;
        this.session = session;
        this.shell = shell;
        this.files = files;
    }

    void register(Scene scene, Theme theme, Dialogs dialogs, Runnable quit) {
        file(quit);
        edit();
        view(scene, theme);
        run();
        Help help = new Help(actions, dialogs);
        actions.add("help.keys", help::keys);
        actions.add("help.about", help::about);
        shell.bind(actions);
        session.onChange(this::refresh);
    }

    private void file(Runnable quit) {
        actions.add("file.new", files::blank);
        actions.add("file.open", files::open);
        actions.add("file.sample", files::sample)
                .enabledProperty()
                .set(Samples.figure3().isPresent());
        actions.add("file.save", files::save);
        actions.add("file.save-as", files::saveAs);
        actions.add("file.export", files::export);
        actions.add("file.quit", () -> files.afterSaving(quit));
    }

    private void edit() {
        actions.add("edit.undo", () -> canvas().undo());
        actions.add("edit.redo", () -> canvas().redo());
        actions.add("edit.delete", () -> canvas().deleteSelection());
        actions.add("edit.select-all", () -> canvas().selectAll());
        actions.add("edit.find-kind", shell.palette()::focusSearch);
        shell.onSelection(this::refresh);
    }

    private void view(Scene scene, Theme first) {
        actions.add("view.zoom-in", () -> canvas().zoomIn());
        actions.add("view.zoom-out", () -> canvas().zoomOut());
        actions.add("view.zoom-100", () -> canvas().zoom(1));
        actions.add("view.fit", () -> canvas().fitAll());
        actions.add("view.problems", () -> {
            shell.showProblems(!shell.showsProblems());
            refresh();
        });
        actions.add("view.theme", new Runnable() {
            private Theme theme = first;

            @Override
            public void run() {
                theme = theme.other();
                theme.dress(scene);
                actions.get("view.theme").titleProperty().set(title(theme));
            }
        });
        actions.get("view.theme").titleProperty().set(title(first));
    }

    private static String title(Theme shown) {
        return Texts.get(shown == Theme.DARK ? "view.theme" : "view.theme.dark");
    }

    private void run() {
        actions.add("run.again", () -> session.workspace().live().rerun());
        actions.add("run.stop", () -> session.workspace().live().stop());
    }

    private CanvasView canvas() {
        return shell.canvas();
    }

    private Document document() {
        return session.workspace().document();
    }

    /** What makes sense now, and what undo would take back. */
    private void refresh() {
        Document.State state = document().state();
        Phase phase = session.workspace().live().state().phase();
        boolean some = !state.graph().nodes().isEmpty();
        boolean undo = state.history().canUndo();
        boolean redo = state.history().canRedo();
        enable("edit.undo", undo);
        enable("edit.redo", redo);
        title("edit.undo", undo ? " " + lower(state.history().undoLabel()) : "");
        title("edit.redo", redo ? " " + lower(state.history().redoLabel()) : "");
        enable(
                "edit.delete",
                !canvas().selectedNodes().isEmpty()
                        || canvas().selectedWireProperty().get().isPresent());
        enable("edit.select-all", some);
        enable("file.save", state.isModified());
        enable("file.export", some && !state.typing().hasErrors());
        enable("run.again", some);
        enable("run.stop", phase == Phase.RUNNING);
        actions.get("view.problems")
                .titleProperty()
                .set(Texts.get(shell.showsProblems() ? "problems.hide" : "view.problems"));
    }

    private void enable(String action, boolean enabled) {
        actions.get(action).enabledProperty().set(enabled);
    }

    private void title(String action, String more) {
        actions.get(action).titleProperty().set(Texts.get(action) + more);
    }

    private static String lower(String label) {
        return label.isEmpty() ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
