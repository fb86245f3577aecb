package dev.amalgam.export;

import dev.amalgam.graph.Amalgamation;
import java.util.List;

/**
 * An amalgamation that was restored from an exported file.
 *
 * @param name of the exported file, without its ending
 * @param graph the amalgamation; its files are named where they lie
 * @param found files that lay beside it, or where they were, with the hash that they had
 * @param taken files that were taken out of it
 * @param missing files that are neither there nor in it, such as the photo that flowed in
 */
public record Restored(String name, Amalgamation graph, List<String> found, List<String> taken, List<String> missing) {
    public Restored {
        found = List.copyOf(found);
        taken = List.copyOf(taken);
        missing = List.copyOf(missing);
    }
}
