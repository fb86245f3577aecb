package dev.amalgam.ui.canvas;

import dev.amalgam.graph.PortRef;
import dev.amalgam.tensor.Representation;
import dev.amalgam.ui.text.Texts;
import java.util.Optional;

/**
 * What a card says of one of its ports.
 *
 * @param ref which port
 * @param input on which side it is
 * @param shape the axes that flow through it, as far as they are known: {@code [1,1024,7,7]}
 * @param type element type and axes, or what it would take
 * @param representation what flows through it, or the only thing it takes; empty where it takes several
 * @param aside whether it is one of those that are seldom wired, which stand beside the preview without a label
 */
record Port(
        PortRef ref, boolean input, String shape, String type, Optional<Representation> representation, boolean aside) {
    String name() {
        return ref.port();
    }

    /** What stands beside it on the card. */
    String label() {
        return input || shape.isEmpty() ? name() : name() + " " + shape;
    }

    /** What it says when it is pointed at. */
    String says() {
        String meaning =
                representation.map(it -> ", " + it + ": " + it.form().meaning()).orElse("");
        return Texts.get(input ? "port.input" : "port.output", name()) + "\n" + type + meaning;
    }
}
