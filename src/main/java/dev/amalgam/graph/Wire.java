package dev.amalgam.graph;

import java.util.Comparator;

/**
 * A connection. An output may feed many inputs; an input takes one wire.
 *
 * @param from the output that the tensor comes from
 * @param to the input that it goes to
 */
public record Wire(PortRef from, PortRef to) implements Comparable<Wire> {
    private static final Comparator<Wire> ORDER = Comparator.comparing(Wire::to).thenComparing(Wire::from);

    /** Whether it begins or ends at a node. */
    public boolean joins(NodeId node) {
        return from.node().equals(node) || to.node().equals(node);
    }

    @Override
    public int compareTo(Wire other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
