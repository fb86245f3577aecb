package dev.amalgam.run.engine;

import dev.amalgam.graph.NodeId;

/** Hears how a run goes on. */
public interface EngineListener {
    /** Hears nothing. */
    EngineListener NONE = new EngineListener() {};

    /** A node is being computed. */
    default void started(NodeId node) {}

    /** A node is done, for better or worse. */
    default void finished(NodeId node) {}
}
