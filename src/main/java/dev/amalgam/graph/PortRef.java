package dev.amalgam.graph;

import java.util.Comparator;

/**
 * A port of a node; whether an input or an output follows from where it stands.
 *
 * @param node the node
 * @param port the port's name, unique among the node's inputs or among its outputs
 */
public record PortRef(NodeId node, String port) implements Comparable<PortRef> {
    private static final Comparator<PortRef> ORDER =
            Comparator.comparing(PortRef::node).thenComparing(PortRef::port);

    /** The port {@code port} of the node named {@code node}. */
    public static PortRef of(String node, String port) {
        return new PortRef(new NodeId(node), port);
    }

    /**
     * Reads {@code node.port}. The first dot separates them: names of nodes have none, those of ports may.
     *
     * @throws IllegalArgumentException where the text is not of that form
     */
    public static PortRef parse(String text) {
        int dot = text.indexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            throw new IllegalArgumentException("not of the form node.port: " + text);
        }
        return of(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public int compareTo(PortRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return node + "." + port;
    }
}
