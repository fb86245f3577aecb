package dev.amalgam.ui;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.Workspace;
import dev.amalgam.export.Certificate;
import dev.amalgam.export.OnnxExport;
import dev.amalgam.ui.dialogs.Dialogs;
import dev.amalgam.ui.dialogs.Dialogs.Unsaved;
import dev.amalgam.ui.dialogs.FileQuestion;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** New, open, save, export. Files are read and written off the UI thread; what fails leaves everything as it was. */
final class FileCommands {
    private static final String ENDING = "amalgam";

    private final Desk desk;
    private final Session session;
    private final Shell shell;
    private final Dialogs dialogs;

    FileCommands(Desk desk, Session session, Shell shell, Dialogs dialogs) {
        this.desk = desk;
        this.session = session;
        this.shell = shell;
        this.dialogs = dialogs;
    }

    void blank() {
        afterSaving(() -> session.open(desk.blank()));
    }

    void open() {
        afterSaving(() -> dialogs.open(amalgamations("dialog.open", folder())).ifPresent(this::open));
    }

    void sample() {
        afterSaving(() -> Samples.figure3().ifPresent(this::open));
    }

    /** Opens a file; the one that is open stays where that fails. */
    void open(Path file) {
        UiThread.compute(this, () -> desk.open(file), session::open, e -> tell("dialog.not-opened", e));
    }

    void save() {
        save(() -> {});
    }

    void saveAs() {
        saveAs(() -> {});
    }

    private void save(Runnable then) {
        if (workspace().file().isEmpty()) {
            saveAs(then);
        } else {
            write(workspace()::save, then);
        }
    }

    private void saveAs(Runnable then) {
        Path suggested = workspace().file().orElse(Path.of(workspace().name() + "." + ENDING));
        dialogs.save(amalgamations("dialog.save", Optional.of(suggested)))
                .ifPresent(file -> write(() -> workspace().saveAs(file), then));
    }

    private interface Write {
        void run() throws Exception;
    }

    private void write(Write write, Runnable then) {
        UiThread.compute(
                this,
                () -> {
                    write.run();
                    return Instant.now();
                },
                at -> {
                    shell.saved(at);
                    then.run();
                },
                e -> tell("dialog.not-saved", e));
    }

    void export() {
        Workspace exported = workspace();
        Path suggested = exported.file()
                .map(file -> file.resolveSibling(exported.name() + ".onnx"))
                .orElse(Path.of(exported.name() + ".onnx"));
        FileQuestion question = new FileQuestion(
                Texts.get("dialog.export"), Texts.get("dialog.filter.onnx"), List.of("onnx"), Optional.of(suggested));
        dialogs.save(question).ifPresent(target -> export(exported, target));
    }

    private void export(Workspace exported, Path target) {
        shell.say(Texts.get("export.busy"));
        Document.State state = exported.document().state();
        OnnxExport export =
                new OnnxExport(exported.engine(), desk.worker(), desk.settings().run());
        UiThread.compute(
                target,
                () -> export.export(state.typing(), exported.name(), target),
                proof -> shell.say(exported(target, proof)),
                e -> {
                    shell.say("");
                    tell("dialog.not-exported", e);
                });
    }

    private static String exported(Path target, Certificate proof) {
        return Texts.get("export.done", target.getFileName(), proof.verdict().words());
    }

    /** Does {@code next} once nothing can be lost: at once, after saving, or not at all. */
    void afterSaving(Runnable next) {
        if (!workspace().document().state().isModified() || isUntouched()) {
            next.run();
            return;
        }
        Unsaved answer = dialogs.unsaved(workspace().name());
        switch (answer) {
            case SAVE -> save(next);
            case DISCARD -> next.run();
            case CANCEL -> {}
        }
    }

    /** An empty canvas without a file is nothing that could be lost. */
    private boolean isUntouched() {
        Document.State state = workspace().document().state();
        return state.saved().isEmpty() && state.graph().nodes().isEmpty();
    }

    private Workspace workspace() {
        return session.workspace();
    }

    private Optional<Path> folder() {
        return workspace().file().map(Path::getParent);
    }

    private static FileQuestion amalgamations(String title, Optional<Path> suggested) {
        return new FileQuestion(Texts.get(title), Texts.get("dialog.filter.amalgam"), List.of(ENDING), suggested);
    }

    private void tell(String title, Exception e) {
        Message message = Message.of(e);
        dialogs.tell(Texts.get(title), message.sentence(), message.remedy());
    }
}
