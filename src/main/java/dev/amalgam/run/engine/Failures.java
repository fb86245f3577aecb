package dev.amalgam.run.engine;

import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Problem.Severity;
import dev.amalgam.compile.Region;
import dev.amalgam.graph.NodeId;
import dev.amalgam.run.StepFailure;
import java.util.Optional;

/** Says of a failed step what the person can do about the node. */
final class Failures {
    private Failures() {}

    /** A part that is left out because it harmed the runtime before. */
    static Problem again(StepFailure failure, Region part) {
        Problem first = problem(failure, part);
        return Problem.error(
                first.code(),
                part.nodes().getLast(),
                "",
                first.message() + " It is not tried again by itself",
                first.remedy() + "; or choose Run again");
    }

    static Problem problem(StepFailure failure, Region part) {
        Optional<NodeId> node =
                part.nodes().size() == 1 ? Optional.of(part.nodes().getFirst()) : Optional.empty();
        return new Problem(Severity.ERROR, code(failure), node, Optional.empty(), failure.sentence(), remedy(failure));
    }

    private static String code(StepFailure failure) {
        return switch (failure) {
            case StepFailure.Refused _ -> "refused-by-runtime";
            case StepFailure.Crashed _ -> "crashed";
            case StepFailure.TimedOut _ -> "timed-out";
            case StepFailure.OutOfMemory _ -> "out-of-memory";
            case StepFailure.Hung _ -> "hung";
            case StepFailure.Cancelled _ -> "stopped";
            case StepFailure.MissingInput _ -> "missing-input";
            case StepFailure.WrongInput _ -> "wrong-input";
            case StepFailure.Skipped _ -> "blocked";
        };
    }

    private static String remedy(StepFailure failure) {
        return switch (failure) {
            case StepFailure.Refused _ -> "Check the settings of the node and what flows into it";
            case StepFailure.Crashed _ -> "Replace the model, or change what flows into it";
            case StepFailure.TimedOut _ -> "Use a smaller input, or allow more time";
            case StepFailure.OutOfMemory _ -> "Use a smaller input, or allow more memory";
            case StepFailure.Hung _ -> "Use a smaller input, or replace the model";
            case StepFailure.Cancelled _ -> "Run it again";
            case StepFailure.MissingInput _ -> "Connect the input";
            case StepFailure.WrongInput wrong -> Misfit.remedy(wrong);
            case StepFailure.Skipped(String because) -> "Mend '" + because + "' first";
        };
    }
}
