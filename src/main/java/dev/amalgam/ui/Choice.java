package dev.amalgam.ui;

import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.ui.dialogs.Dialogs;
import dev.amalgam.ui.dialogs.FileChoice;
import dev.amalgam.ui.dialogs.FileQuestion;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Files for the settings of one document: asked of the person, then read for their hash off the UI thread. */
final class Choice implements FileChoice {
    private final Dialogs dialogs;
    private final Workspace workspace;

    Choice(Dialogs dialogs, Workspace workspace) {
        this.dialogs = dialogs;
        this.workspace = workspace;
    }

    @Override
    public void choose(List<String> endings, Consumer<FileRef> chosen) {
        boolean photo = endings.contains("png");
        FileQuestion question = new FileQuestion(
                Texts.get(photo ? "dialog.photo" : "dialog.file"),
                Texts.get(photo ? "dialog.filter.photo" : "dialog.filter.any"),
                endings,
                workspace.file().map(Path::getParent));
        dialogs.open(question).ifPresent(file -> refer(file, chosen));
    }

    @Override
    public void chooseFolder(Consumer<FileRef> chosen) {
        dialogs.folder(Texts.get("dialog.folder")).ifPresent(folder -> refer(folder, chosen));
    }

    @Override
    public void refer(List<Path> files, Consumer<FileRef> chosen) {
        UiThread.compute(chosen, () -> workspace.reference(one(files)), chosen, e -> {
            Message message = Message.of(e);
            dialogs.tell(Texts.get("dialog.not-used"), message.sentence(), message.remedy());
        });
    }

    private Path one(List<Path> files) throws IOException {
        return files.size() == 1 ? files.getFirst() : workspace.pictures().together(files);
    }
}
