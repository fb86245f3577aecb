package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Wire;
import dev.amalgam.tensor.Representation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is drawn of a wire.
 *
 * @param wire which
 * @param curve its course in the world
 * @param type what flows in it, for people
 * @param representation what that means, empty where it is not known
 * @param flow whether what flows in it is true now
 * @param findings what is odd about what flows in it, one sentence each
 */
record Link(
        Wire wire,
        Curve curve,
        String type,
        Optional<Representation> representation,
        Flow flow,
        List<String> findings) {
    /** Whether what flows in a wire is true now. */
    enum Flow {
        TRUE,
        /** Nothing has come yet. */
        WAITING,
        /** What came last is not true any more. */
        STALE,
        /** It does not fit, or what should give it has failed. */
        BROKEN
    }

    /** What it says when it is pointed at. */
    String says() {
        return wire.from() + " → " + wire.to() + "\n" + type
                + representation.map(it -> ", " + it).orElse("")
                + findings.stream().map(it -> "\n" + it).collect(Collectors.joining());
    }
}
