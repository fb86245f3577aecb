package dev.amalgam.graph;

/**
 * The name of a note, which only the file shows. Unique among the notes of its amalgamation.
 *
 * @param name as the names of nodes are
 */
public record NoteId(String name) implements Comparable<NoteId> {
    /** @throws IllegalArgumentException where {@link NodeId#isValid} says no */
    public NoteId {
        name = new NodeId(name).name();
    }

    @Override
    public int compareTo(NoteId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
