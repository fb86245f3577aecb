package dev.amalgam.ui.dialogs;

import dev.amalgam.graph.Value.FileRef;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** How a setting gets its file. Both take their time off the UI thread, and tell the person where a file cannot be read. */
public interface FileChoice {
    /** Asks for a file with one of these endings. */
    void choose(List<String> endings, Consumer<FileRef> chosen);

    /** Asks for a folder. */
    void chooseFolder(Consumer<FileRef> chosen);

    /** Refers to a file or a folder that was dropped, or to copies of several pictures in a folder of their own. */
    void refer(List<Path> files, Consumer<FileRef> chosen);

    /** Refers to one file or folder. */
    default void refer(Path file, Consumer<FileRef> chosen) {
        refer(List.of(file), chosen);
    }
}
