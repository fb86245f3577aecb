package dev.amalgam.ui.dialogs;

import dev.amalgam.desk.Journals.Leftover;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Nobody is there to answer: every question is declined, so that nothing is lost and nothing waits. */
public final class NoDialogs implements Dialogs {
    @Override
    public Optional<Path> open(FileQuestion question) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> folder(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> save(FileQuestion question) {
        return Optional.empty();
    }

    @Override
    public void unsaved(String name, Consumer<Unsaved> answer) {
        answer.accept(Unsaved.CANCEL);
    }

    @Override
    public void recover(List<Leftover> left, Consumer<Recovery> answer) {
        answer.accept(Recovery.LATER);
    }

    @Override
    public void tell(String title, String sentence, String remedy) {}

    @Override
    public void show(String title, Node content) {}
}
