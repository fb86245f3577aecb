package dev.amalgam.ui.outline;

import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;

/** What a line of the outline stands for. */
sealed interface Entry {
    /** The node that it belongs to. */
    NodeId node();

    /** A node. */
    record OfNode(NodeId node) implements Entry {}

    /** One of its ports. */
    record OfPort(PortRef port, boolean input) implements Entry {
        @Override
        public NodeId node() {
            return port.node();
        }
    }

    /**
     * A wire at one of its ports.
     *
     * @param input whether it stands below the input that it goes into
     */
    record OfWire(Wire wire, boolean input) implements Entry {
        @Override
        public NodeId node() {
            return here().node();
        }

        /** The port that it stands below. */
        PortRef here() {
            return input ? wire.to() : wire.from();
        }

        /** The port at its other end. */
        PortRef there() {
            return input ? wire.from() : wire.to();
        }
    }
}
