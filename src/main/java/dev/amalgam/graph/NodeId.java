package dev.amalgam.graph;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The name of a node: what the person sees, what the file says and, for inputs and outputs, what the exported model calls
 * them. Unique in its amalgamation. Kept in Unicode's normal form C, so that names that look the same are the same.
 *
 * @param name 1 to 60 letters (with their accents and vowel signs), digits, spaces, {@code -} or {@code _}, starting and
 *     ending with a letter or digit
 */
public record NodeId(String name) implements Comparable<NodeId> {
    private static final Pattern VALID =
            Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N} _-]{0,58}[\\p{L}\\p{M}\\p{N}])?");

    /** @throws IllegalArgumentException where {@link #isValid} says no */
    public NodeId {
        if (!isValid(name)) {
            throw new IllegalArgumentException("not a valid node name: " + name);
        }
        name = composed(name);
    }

    /** Whether a node may have this name. */
    public static boolean isValid(String name) {
        return VALID.matcher(composed(name)).matches();
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    @Override
    public int compareTo(NodeId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
