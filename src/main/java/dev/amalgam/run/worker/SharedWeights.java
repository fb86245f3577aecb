package dev.amalgam.run.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which loaded models have large weights in common. A model by itself may pack its weights in a copy of its own, which makes
 * products of matrices faster; models that share weights must leave them as they lie in the file, mapped once for all.
 */
final class SharedWeights {
    private record Use(Set<Path> files, boolean packed, long bytes) {}

    private final Map<Sessions.Key, Use> uses = new HashMap<>();

    /** Whether a model that is loaded has some of these weights. */
    boolean isShared(Set<Path> files) {
        return sharers(files).findAny().isPresent();
    }

    /** The loaded models that have packed copies of some of these weights. */
    Set<Sessions.Key> packed(Set<Path> files) {
        return sharers(files)
                .filter(use -> use.getValue().packed())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Stream<Map.Entry<Sessions.Key, Use>> sharers(Set<Path> files) {
        return uses.entrySet().stream()
                .filter(use -> !Collections.disjoint(use.getValue().files(), files));
    }

    /** Notes that a model is loaded. */
    void add(Sessions.Key model, Set<Path> files, boolean packed) throws IOException {
        uses.put(model, new Use(files, packed, bytes(files)));
    }

    static long bytes(Set<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /** What the large weights of all loaded models take at most: what several map is counted for each. */
    long bytes() {
        return uses.values().stream().mapToLong(Use::bytes).sum();
    }

    /** Notes that a model is not loaded any more. */
    void remove(Sessions.Key model) {
        uses.remove(model);
    }
}
