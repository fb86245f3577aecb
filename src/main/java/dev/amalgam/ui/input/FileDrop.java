package dev.amalgam.ui.input;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.kind.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What files mean that are dropped on a node: the setting that takes them.
 *
 * @param setting its name
 * @param files one file or folder, or several pictures to be shown one after another
 */
public record FileDrop(String setting, List<Path> files) {
    public FileDrop {
        files = List.copyOf(files);
    }

    /** What they mean for a node; empty where it takes none of them, or not all of several. */
    public static Optional<FileDrop> on(TypedNode node, List<Path> files) {
        return node.kind().schema().settings().stream()
                .filter(setting -> setting.field() instanceof Setting.File field && takes(field, files))
                .findFirst()
                .map(setting -> new FileDrop(setting.name(), files));
    }

    private static boolean takes(Setting.File field, List<Path> files) {
        return !files.isEmpty()
                && (files.size() == 1
                        ? takes(field, files.getFirst())
                        : field.folders() && files.stream().allMatch(file -> field.takes(name(file))));
    }

    private static boolean takes(Setting.File field, Path file) {
        return Files.isDirectory(file) ? field.folders() : field.takes(name(file));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** The endings of the files that a node takes, in words; empty where it takes none. */
    public static String taken(TypedNode node) {
        return node.kind().schema().settings().stream()
                .filter(setting -> setting.field() instanceof Setting.File)
                .findFirst()
                .map(setting -> String.join(", ", ((Setting.File) setting.field()).endings()))
                .orElse("");
    }
}
