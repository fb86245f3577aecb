package dev.amalgam.compile;

import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.KindException;

/** A node could not be lowered; {@link #problem} says which and why. */
public final class LoweringException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    LoweringException(NodeId node, KindException cause) {
        super("'" + node + "': " + cause.getMessage(), cause);
        this.problem = Problem.error(cause.code(), node, cause.setting(), cause.getMessage(), cause.remedy());
    }

    /** Which node, why, and what to do. */
    public Problem problem() {
        return problem;
    }
}
