package dev.amalgam.graph;

import java.util.Optional;

/** What a graph cannot know by itself: which ports nodes have, and which types fit each other. */
@FunctionalInterface
public interface WiringRules {
    /** Rules that allow every wire, for where ports are checked later. */
    WiringRules ANY = (graph, from, to) -> Optional.empty();

    /** Why a wire may not join an output to an input, or empty where it may. Pure, and quick enough to ask while dragging. */
    Optional<Refusal> refuse(Amalgamation graph, PortRef from, PortRef to);

    /** The same rules, prepared for many questions about one graph. */
    default WiringRules on(Amalgamation graph) {
        return this;
    }
}
