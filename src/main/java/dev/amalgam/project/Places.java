package dev.amalgam.project;

import dev.amalgam.graph.Value.FileRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where referenced files lie. A relative path stays inside the project's folder, links followed, so that a project from
 * elsewhere names nothing of its reader's by {@code ../}. An absolute path is a file that its person chose outside; it is
 * read as well, but never one on another machine, because to open that already tells who asks.
 *
 * @param folder the folder of the amalgamation's file; empty while it is unsaved
 */
record Places(Optional<Path> folder) {
    /** The file that is meant, which is there and plain, or the folder. @throws ProjectException {@code missing-file}, {@code bad-file} */
    Path find(FileRef ref) throws ProjectException {
        Path path = resolve(ref);
        if (ref.isFolder()) {
            SmallFile.requireFolder(path);
        } else {
            SmallFile.requireRegular(path);
        }
        if (!isInside(path) && !Path.of(ref.path()).isAbsolute()) {
            throw leads(ref);
        }
        return path;
    }

    private Path resolve(FileRef ref) throws ProjectException {
        Path path = parse(ref);
        if (path.isAbsolute()) {
            return path.normalize();
        }
        if (folder.isEmpty()) {
            throw new ProjectException(
                    "missing-file",
                    ref.path() + " is looked for beside the amalgamation, which has no folder yet",
                    "Save the amalgamation first, or choose the file again");
        }
        Path resolved = folder.get().resolve(path).normalize();
        if (!resolved.startsWith(folder.get().normalize())) {
            throw leads(ref);
        }
        return resolved;
    }

    private static Path parse(FileRef ref) throws ProjectException {
        if (ref.path().startsWith("//") || ref.path().startsWith("\\\\")) {
            throw new ProjectException(
                    "bad-file", ref.path() + " is on another machine", "Copy the file beside the amalgamation");
        }
        try {
            return Path.of(ref.path());
        } catch (InvalidPathException e) {
            throw new ProjectException(
                    "bad-file", "'" + ref.path() + "' is no path: " + e.getReason(), "Choose the file again");
        }
    }

    private static ProjectException leads(FileRef ref) {
        return new ProjectException(
                "bad-file",
                ref.path() + " leads out of the folder of the amalgamation",
                "Copy the file into the folder, or choose it where it is");
    }

    /** The reference to a file from the folder, with {@code /} between the parts; absolute where it lies outside. */
    String express(Path file) throws IOException {
        Path shown = isInside(file)
                ? folder.orElseThrow().toRealPath().relativize(file.toRealPath())
                : file.toAbsolutePath().normalize();
        String path = shown.toString().replace(shown.getFileSystem().getSeparator(), "/");
        return Files.isDirectory(file) && !path.endsWith("/") ? path + "/" : path;
    }

    private boolean isInside(Path file) throws ProjectException {
        try {
            return folder.isPresent()
                    && file.toRealPath().startsWith(folder.get().toRealPath());
        } catch (IOException e) {
            throw SmallFile.unreadable(file, e);
        }
    }
}
