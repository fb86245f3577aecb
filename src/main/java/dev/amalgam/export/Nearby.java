package dev.amalgam.export;

import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.project.ProjectException;
import dev.amalgam.project.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds files by their hash in the folder of a model: where they were below it, or under the same name in the folder itself or
 * in one below. Nothing outside of it is opened, whatever a stranger's project names.
 */
final class Nearby {
    private static final int DEPTH = 3;
    private static final int MOST_FILES = 5_000;

    private final Path folder;
    private final Map<FileRef, Optional<Path>> known = new HashMap<>();
    private final Map<Path, String> hashes = new HashMap<>();

    /** @param model the files of its folder count */
    Nearby(Path model) {
        Path parent = model.toAbsolutePath().normalize().getParent();
        this.folder = parent == null ? model.toAbsolutePath().getRoot() : parent;
    }

    /** A plain file with that hash; empty where there is none, or the reference has no hash. */
    Optional<Path> find(FileRef file) {
        return file.sha256().isEmpty() || file.isFolder()
                ? Optional.empty()
                : known.computeIfAbsent(file, this::search);
    }

    private Optional<Path> search(FileRef file) {
        try {
            List<Path> candidates = new ArrayList<>();
            Path there = folder.resolve(file.path()).normalize();
            if (there.startsWith(folder)) {
                candidates.add(there);
            }
            candidates.addAll(named(Ingredient.name(file.path()).toLowerCase(Locale.ROOT)));
            for (Path candidate : candidates) {
                if (Files.isRegularFile(candidate, LinkOption.NOFOLLOW_LINKS)
                        && hash(candidate).equals(file.sha256())) {
                    return Optional.of(candidate);
                }
            }
            return Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty(); // What cannot be looked at is not found; then it is taken out of the model.
        }
    }

    private List<Path> named(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.limit(MOST_FILES)
                    .filter(path -> path.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .equals(name))
                    .sorted()
                    .toList();
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String hash(Path file) throws ProjectException {
        String before = hashes.get(file);
        if (before == null) {
            before = Sha256.of(file).hex();
            hashes.put(file, before);
        }
        return before;
    }
}
