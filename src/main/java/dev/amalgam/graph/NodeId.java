package dev.amalgam.graph;

import java.util.regex.Pattern;

/**
 * The name of a node: what the person sees, what the file says and, for inputs and outputs, what the exported model calls
 * them. Unique in its amalgamation.
 *
 * @param name 1 to 60 letters, digits, spaces, {@code -} or {@code _}, starting and ending with a letter or digit
 */
public record NodeId(String name) implements Comparable<NodeId> {
    private static final Pattern VALID = Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N} _-]{0,58}[\\p{L}\\p{N}])?");

    /** @throws IllegalArgumentException where {@link #isValid} says no */
    public NodeId {
        if (!isValid(name)) {
            throw new IllegalArgumentException("not a valid node name: " + name);
        }
    }

    /** Whether a node may have this name. */
    public static boolean isValid(String name) {
        return VALID.matcher(name).matches();
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
