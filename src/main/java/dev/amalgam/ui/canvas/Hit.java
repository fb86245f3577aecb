package dev.amalgam.ui.canvas;

import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Wire;

/** What is under the pointer. */
sealed interface Hit {
    /** A port. */
    record OnPort(Port port) implements Hit {}

    /** A card, beside its ports. */
    record OnCard(NodeId node) implements Hit {}

    /** A wire. */
    record OnWire(Wire wire) implements Hit {}

    /** Nothing. */
    record OnGround() implements Hit {}
}
