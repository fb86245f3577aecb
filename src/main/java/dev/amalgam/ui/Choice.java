package dev.amalgam.ui;

import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.ui.dialogs.Dialogs;
import dev.amalgam.ui.dialogs.FileChoice;
import dev.amalgam.ui.dialogs.FileQuestion;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
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
    public void refer(Path file, Consumer<FileRef> chosen) {
        UiThread.compute(chosen, () -> workspace.reference(file), chosen, e -> {
            Message message = Message.of(e);
            dialogs.tell(Texts.get("dialog.not-used"), message.sentence(), message.remedy());
        });
    }
}
