package dev.amalgam.ui.dialogs;

import dev.amalgam.graph.Value.FileRef;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** How a setting gets its file. Both take their time off the UI thread, and tell the person where a file cannot be read. */
public interface FileChoice {
    /** Asks for a file with one of these endings. */
    void choose(List<String> endings, Consumer<FileRef> chosen);

    /** Refers to a file that was dropped. */
    void refer(Path file, Consumer<FileRef> chosen);
}
