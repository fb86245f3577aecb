package dev.amalgam.desk.input;

import dev.amalgam.compile.Problem;
import dev.amalgam.graph.NodeId;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a reel stands.
 *
 * @param name of the folder or the file
 * @param picture the name of the picture that flows in
 * @param position of that picture, from 0 on
 * @param size how many there are, broken ones included
 * @param broken by position, the names of those that were found to be broken; they are skipped
 * @param shown how long the picture is to be seen, where the file says so
 */
public record ReelState(
        String name,
        String picture,
        int position,
        int size,
        SortedMap<Integer, String> broken,
        Optional<Duration> shown) {
    /** How many names a sentence lists. */
    private static final int MOST_NAMES = 5;

    static final String BROKEN = "broken-pictures";

    public ReelState {
        broken = Collections.unmodifiableSortedMap(new TreeMap<>(broken));
    }

    /** Which of the whole pictures it is, from 1 on. */
    public int number() {
        return position + 1 - broken.headMap(position).size();
    }

    /** How many pictures are whole, as far as is known. */
    public int count() {
        return size - broken.size();
    }

    /** What is to be said of those that are skipped. */
    Optional<Problem> skipped(NodeId node) {
        if (broken.isEmpty()) {
            return Optional.empty();
        }
        String names = broken.values().stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        String more = broken.size() > MOST_NAMES ? ", …" : "";
        return Optional.of(Problem.warning(
                BROKEN,
                node,
                broken.size() + " of " + size + " pictures in '" + name + "' cannot be read and are skipped: " + names
                        + more,
                "Replace them, or take them out of the folder"));
    }
}
