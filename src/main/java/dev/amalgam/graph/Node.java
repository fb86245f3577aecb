package dev.amalgam.graph;

/**
 * One node: a use of a kind.
 *
 * @param id its name
 * @param kind the name of its kind in the catalogue; it may be one that this program does not know
 * @param settings what was chosen for it
 */
public record Node(NodeId id, String kind, Settings settings) {
    /** The same under another name. */
    public Node named(NodeId other) {
        return new Node(other, kind, settings);
    }

    /** The same with other settings. */
    public Node with(Settings other) {
        return new Node(id, kind, other);
    }
}
