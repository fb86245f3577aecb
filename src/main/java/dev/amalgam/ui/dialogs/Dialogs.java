package dev.amalgam.ui.dialogs;

import dev.amalgam.desk.Journals.Leftover;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Questions to the person. All are asked, and answered, on the UI thread. */
public interface Dialogs {
    /** A file that exists; empty where the person thought better of it. */
    Optional<Path> open(FileQuestion question);

    /** A folder that exists; empty where the person thought better of it. */
    Optional<Path> folder(String title);

    /** A file to write, with one of the endings; the person has agreed to replace what is there. */
    Optional<Path> save(FileQuestion question);

    /** Asks what to do with changes to {@code name} that are not saved. Does not wait for the answer. */
    void unsaved(String name, Consumer<Unsaved> answer);

    /** Asks what to do with what was not saved when the program ended; all of it is shown. Does not wait for the answer. */
    void recover(List<Leftover> left, Consumer<Recovery> answer);

    /** Says that something did not work: what, and what to do. Does not wait until it is read. */
    void tell(String title, String sentence, String remedy);

    /** Shows something to read. */
    void show(String title, Node content);

    /** What a person can do with what a crash left. */
    enum Recovery {
        RECOVER,
        DISCARD,
        LATER
    }

    /** What a person can do with changes that are not saved. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }
}
