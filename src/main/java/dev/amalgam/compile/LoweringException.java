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

    LoweringException(OnnxException cause) {
        super(cause.getMessage(), cause);
        this.problem = new Problem(
                Severity.ERROR,
                "cannot-join",
                Optional.empty(),
                Optional.empty(),
                String.valueOf(cause.getMessage()),
                "Leave out the model that it names, or convert it to another opset");
    }

    /** Which node, why, and what to do. */
    public Problem problem() {
        return problem;
    }
}
