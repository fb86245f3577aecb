package dev.amalgam.project;

import dev.amalgam.graph.Amalgamation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The {@code .amalgam} file: one JSON text, described by {@code assets/schema/amalgam-2.schema.json}. Names are sorted,
 * there is one fact a line, and what is drawn comes last, so that equal amalgamations are the same bytes and a difference in
 * meaning never shows it. Kinds that this program does not know are kept as they are.
 */
public final class AmalgamFile {
    private AmalgamFile() {}

    /**
     * Reads a file.
     *
     * @throws ProjectException {@code missing-file}, {@code unreadable}, {@code too-large}, or as {@link #parse} says
     */
    public static Amalgamation read(Path file) throws ProjectException {
        return parse(SmallFile.text(file, Json.MOST_BYTES), SmallFile.name(file));
    }

    /**
     * Saves to a file; see {@link SafeFile} for what holds when that fails.
     *
     * @throws ProjectException {@code disk-full}, {@code unwritable}, or as {@link #parse} says where the amalgamation goes
     *     over a limit of the format and could not be opened again
     */
    public static void write(Path file, Amalgamation graph) throws ProjectException {
        String text = print(graph);
        parse(text, SmallFile.name(file));
        SafeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of the file, ending in a line feed. */
    public static String print(Amalgamation graph) {
        return AmalgamWriter.print(graph);
    }

    /**
     * Reads the text of a file.
     *
     * @param name what sentences call it
     * @throws ProjectException {@code not-json} with line and column, {@code newer-schema}, {@code too-large}, {@code
     *     bad-value} with its place, or {@code cycle}, {@code input-taken}, {@code unknown-node} in the words of the edit
     *     that was refused
     */
    public static Amalgamation parse(String text, String name) throws ProjectException {
        return new AmalgamReader(name, Migrations.ALL.migrate(Json.parse(text, name), name)).read();
    }
}
