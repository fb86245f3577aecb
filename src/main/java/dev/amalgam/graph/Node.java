package dev.amalgam.graph;

/**
 * One node: a use of a kind.
 *
 * @param id its name
 * @param kind the name of its kind in the catalogue; it may be one that this program does not know
 * @param settings what was chosen for it
 * @param mode whether it does its work
 */
public record Node(NodeId id, String kind, Settings settings, Mode mode) {
    /** A node that does its work. */
    public Node(NodeId id, String kind, Settings settings) {
        this(id, kind, settings, Mode.ACTIVE);
    }

    /** The same under another name. */
    public Node named(NodeId other) {
        return new Node(other, kind, settings, mode);
    }

    /** The same with other settings. */
    public Node with(Settings other) {
        return new Node(id, kind, other, mode);
    }

    /** The same in another mode. */
    public Node with(Mode other) {
        return new Node(id, kind, settings, other);
    }
}
