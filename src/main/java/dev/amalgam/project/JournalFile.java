package dev.amalgam.project;

import dev.amalgam.graph.Amalgamation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What was not saved yet, put aside: when, of which file, and all of it. On disk that is one line for each of the first two
 * and then the text of an {@code .amalgam} file.
 *
 * @param at when it was put aside
 * @param file the person's file that it belongs to, which is as it was; empty where there is none yet
 * @param graph what would be lost
 */
public record JournalFile(Instant at, Optional<Path> file, Amalgamation graph) {
    private static final int HEAD_BYTES = 64_000;

    /**
     * Writes it; see {@link SafeFile} for what holds when that fails.
     *
     * @throws ProjectException {@code disk-full}, {@code missing-folder}, {@code unwritable} or {@code unconfirmed}
     */
    public void write(Path entry) throws ProjectException {
        // As a URI a path has no line feeds.
        String place = file.map(path -> path.toUri().toString()).orElse("");
        String text = at + "\n" + place + "\n" + AmalgamFile.print(graph);
        SafeFile.write(entry, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what was put aside.
     *
     * @throws ProjectException {@code missing-file}, {@code unreadable}, {@code too-large}, {@code bad-value} where the first
     *     lines are not what they should be, or as {@link AmalgamFile#parse} says
     */
    public static JournalFile read(Path entry) throws ProjectException {
        String text = SmallFile.text(entry, Json.MOST_BYTES + HEAD_BYTES);
        String[] parts = text.split("\n", 3);
        if (parts.length < 3) {
            throw damaged(entry, "it ends too early");
        }
        try {
            Optional<Path> file =
                    Optional.of(parts[1]).filter(place -> !place.isEmpty()).map(place -> Path.of(URI.create(place)));
            return new JournalFile(Instant.parse(parts[0]), file, AmalgamFile.parse(parts[2], SmallFile.name(entry)));
        } catch (DateTimeException | IllegalArgumentException | FileSystemNotFoundException e) {
            throw damaged(entry, String.valueOf(e.getMessage()));
        }
    }

    private static ProjectException damaged(Path entry, String why) {
        return new ProjectException(
                "bad-value",
                entry + " is not what Amalgam put aside: " + why,
                "Look into the file with an editor: from its third line on it is an .amalgam file");
    }
}
