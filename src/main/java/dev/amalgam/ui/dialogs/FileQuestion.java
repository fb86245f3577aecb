package dev.amalgam.ui.dialogs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which file?
 *
 * @param title over the dialog
 * @param kind what such files are called
 * @param endings without the dot; empty for any
 * @param suggested where to begin: a file, or the folder to look in
 */
public record FileQuestion(String title, String kind, List<String> endings, Optional<Path> suggested) {
    public FileQuestion {
        endings = List.copyOf(endings);
    }
}
