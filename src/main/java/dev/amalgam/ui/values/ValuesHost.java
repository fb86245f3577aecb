package dev.amalgam.ui.values;

import dev.amalgam.ui.dialogs.FileQuestion;
import java.nio.file.Path;
import java.util.Optional;

/** What the enlarged values ask of the window that they stand in. All of it happens on the UI thread. */
public interface ValuesHost {
    /** Says something in the status line. */
    void say(String words);

    /** Asks for a file to write; empty where the person thought better of it. */
    Optional<Path> save(FileQuestion question);

    /** Says that values could not be written, and why. */
    void failed(Exception why);

    /** Which values are shown has changed. */
    void changed();
}
