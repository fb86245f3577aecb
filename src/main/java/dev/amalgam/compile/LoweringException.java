package dev.amalgam.compile;

import dev.amalgam.compile.Problem.Severity;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.KindException;
import dev.amalgam.onnx.OnnxException;
import java.util.Optional;

/** A node, or all of them together, could not be lowered; {@link #problem} says which and why. */
public final class LoweringException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    LoweringException(NodeId node, KindException cause) {
        super("'" + node + "': " + cause.getMessage(), cause);
        this.problem = Problem.error(cause.code(), node, cause.setting(), cause.getMessage(), cause.remedy());
    }

    /** @param node whose operators stand against it, where that is known */
    LoweringException(OnnxException cause, Optional<NodeId> node) {
        super(cause.getMessage(), cause);
        this.problem = new Problem(
                Severity.ERROR,
                "cannot-join",
                node,
                Optional.empty(),
                String.valueOf(cause.getMessage()),
                "Or cut the model before that operator, replace the operator by a step of the recipe, or take the"
                        + " other model in a version for an older operator set");
    }

    private LoweringException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    /** There is no result that can be computed. */
    static LoweringException nothing() {
        return new LoweringException(new Problem(
                Severity.ERROR,
                "no-output",
                Optional.empty(),
                Optional.empty(),
                "No output can be computed, so there is nothing to put into one model",
                "Add an Output, connect a task to it, and mend the errors of the nodes above it"));
    }

    /** Which node, why, and what to do. */
    public Problem problem() {
        return problem;
    }
}
