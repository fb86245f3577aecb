package dev.amalgam.ui;

import dev.amalgam.desk.Journals.Leftover;
import dev.amalgam.ui.dialogs.Dialogs;
import dev.amalgam.ui.dialogs.FileQuestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Answers like a person who has made up their mind before, and keeps what was told. */
final class FakeDialogs implements Dialogs {
    Optional<Path> file = Optional.empty();
    Recovery recovery = Recovery.LATER;
    Unsaved unsaved = Unsaved.CANCEL;
    final List<String> asked = new ArrayList<>();
    final List<String> told = new ArrayList<>();

    @Override
    public Optional<Path> open(FileQuestion question) {
        asked.add(question.title());
        return file;
    }

    @Override
    public Optional<Path> folder(String title) {
        asked.add(title);
        return file;
    }

    @Override
    public Optional<Path> save(FileQuestion question) {
        asked.add(question.title());
        return file;
    }

    @Override
    public void unsaved(String name, Consumer<Unsaved> answer) {
        asked.add(name);
        answer.accept(unsaved);
    }

    @Override
    public void recover(List<Leftover> left, Consumer<Recovery> answer) {
        asked.add("recover " + left.size());
        answer.accept(recovery);
    }

    @Override
    public void tell(String title, String sentence, String remedy) {
        told.add(title + ": " + sentence + " " + remedy);
    }

    @Override
    public void show(String title, Node content) {
        told.add(title);
    }
}
