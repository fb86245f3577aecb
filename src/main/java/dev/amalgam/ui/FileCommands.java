package dev.amalgam.ui;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.Workspace;
import dev.amalgam.export.Certificate;
import dev.amalgam.export.ExportOptions;
import dev.amalgam.export.OnnxExport;
import dev.amalgam.ui.dialogs.Dialogs;
import dev.amalgam.ui.dialogs.FileQuestion;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** New, open, save, export. Files are read and written off the UI thread; what fails leaves everything as it was. */
final class FileCommands {
    private static final String ENDING = "amalgam";
    private static final String MODEL = "onnx";

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
        session.open(desk.blank());
    }

    void open() {
        dialogs.open(amalgamations("dialog.open", List.of(ENDING, MODEL), folder()))
                .ifPresent(this::open);
    }

    void sample() {
        Samples.figure3().ifPresent(this::open);
    }

    /** Opens a file in a tab of its own, or shows the tab where it is open. */
    void open(Path file) {
        session.documents().stream()
                .filter(document -> document.isOf(file))
                .findFirst()
                .ifPresentOrElse(
                        session::show,
                        () -> UiThread.compute(
                                file, () -> desk.open(file), this::opened, e -> tell("dialog.not-opened", e)));
    }

    private void opened(Workspace workspace) {
        session.open(workspace);
        workspace.restored().ifPresent(restored -> shell.say(RestoredWords.of(restored)));
    }

    void save() {
        save(session.shown(), () -> {});
    }

    void saveAs() {
        saveAs(session.shown(), () -> {});
    }

    private void save(OpenDocument document, Runnable then) {
        if (document.workspace().file().isEmpty()) {
            saveAs(document, then);
        } else {
            write(document, document.workspace()::save, then);
        }
    }

    private void saveAs(OpenDocument document, Runnable then) {
        Workspace workspace = document.workspace();
        Path suggested = workspace.file().orElse(Path.of(workspace.name() + "." + ENDING));
        dialogs.save(amalgamations("dialog.save", List.of(ENDING), Optional.of(suggested)))
                .ifPresent(file -> write(document, () -> workspace.saveAs(file), then));
    }

    private interface Write {
        void run() throws Exception;
    }

    private void write(OpenDocument document, Write write, Runnable then) {
        UiThread.compute(
                document,
                () -> {
                    write.run();
                    return Instant.now();
                },
                at -> {
                    document.saved(at);
                    session.changed();
                    then.run();
                },
                e -> tell("dialog.not-saved", e));
    }

    void export(ExportOptions choices) {
        Workspace exported = workspace();
        Path suggested = exported.file()
                .map(file -> file.resolveSibling(exported.name() + ".onnx"))
                .orElse(Path.of(exported.name() + ".onnx"));
        FileQuestion question = new FileQuestion(
                Texts.get("dialog.export"), Texts.get("dialog.filter.onnx"), List.of(MODEL), Optional.of(suggested));
        dialogs.save(question).ifPresent(target -> export(exported, target, choices));
    }

    private void export(Workspace exported, Path target, ExportOptions choices) {
        shell.say(Texts.get("export.busy"));
        Document.State state = exported.document().state();
        OnnxExport export =
                new OnnxExport(exported.engine(), desk.worker(), desk.settings().run());
        UiThread.compute(
                target,
                () -> export.export(state.typing(), exported.name(), target, choices),
                proof -> shell.say(exported(target, proof)),
                e -> {
                    shell.say("");
                    tell("dialog.not-exported", e);
                });
    }

    private static String exported(Path target, Certificate proof) {
        return Texts.get("export.done", target.getFileName(), proof.verdict().words());
    }

    /** Closes the tab that is shown. */
    void close() {
        close(session.shown());
    }

    /** Closes a document once nothing can be lost. */
    void close(OpenDocument document) {
        afterSaving(List.of(document), () -> session.close(document));
    }

    /** Does {@code quit} once nothing can be lost in any document. */
    void afterSaving(Runnable quit) {
        afterSaving(List.copyOf(session.documents()), quit);
    }

    /** Asks of one after the other; whoever cancels once has cancelled all. */
    private void afterSaving(List<OpenDocument> documents, Runnable then) {
        Optional<OpenDocument> unsaved =
                documents.stream().filter(OpenDocument::isUnsaved).findFirst();
        if (unsaved.isEmpty()) {
            then.run();
            return;
        }
        OpenDocument document = unsaved.get();
        List<OpenDocument> others =
                documents.stream().filter(it -> it != document).toList();
        session.show(document);
        dialogs.unsaved(document.workspace().name(), answer -> {
            switch (answer) {
                case SAVE -> save(document, () -> afterSaving(others, then));
                case DISCARD -> afterSaving(others, then);
                case CANCEL -> {}
            }
        });
    }

    /** Whether a file is one that this program opens as a document. */
    static boolean isAmalgamation(Path file) {
        return file.toString().endsWith("." + ENDING);
    }

    /** Whether a file is a model, which may carry an amalgamation. */
    static boolean isModel(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith("." + MODEL);
    }

    private Workspace workspace() {
        return session.workspace();
    }

    private Optional<Path> folder() {
        return workspace().file().map(Path::getParent);
    }

    private static FileQuestion amalgamations(String title, List<String> endings, Optional<Path> suggested) {
        return new FileQuestion(Texts.get(title), Texts.get("dialog.filter.amalgam"), endings, suggested);
    }

    private void tell(String title, Exception e) {
        Message message = Message.of(e);
        dialogs.tell(Texts.get(title), message.sentence(), message.remedy());
    }
}
