package dev.amalgam.cli;

import dev.amalgam.export.ExportException;
import dev.amalgam.kind.KindException;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxException.Reason;
import dev.amalgam.project.ProjectException;
import dev.amalgam.run.RunException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ended a command into a sentence and an exit code. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static Failure of(Exception e) {
        return switch (e) {
            case Failure failure -> failure;
            case ProjectException project ->
                Failure.of(Failure.exitFor(project.code()), project.getMessage(), project.remedy());
            case KindException kind -> Failure.of(Failure.exitFor(kind.code()), kind.getMessage(), kind.remedy());
            case ExportException export
            when export.problems().isEmpty() -> new Failure(Exit.NO, Lines.sentence(export.getMessage()));
            case ExportException export -> Failure.of(export.getMessage(), Exit.NO, export.problems());
            case RunException run -> new Failure(Exit.RUNTIME, String.valueOf(run.getMessage()));
            case OnnxException onnx
            when onnx.reason() == Reason.UNKNOWN_TENSOR -> new Failure(Exit.USAGE, String.valueOf(onnx.getMessage()));
            case OnnxException onnx -> new Failure(Exit.FILE, String.valueOf(onnx.getMessage()));
            case IOException io -> new Failure(Exit.FILE, "A file cannot be read or written: " + io.getMessage());
            default -> {
                LOG.error("a command ended in a way that nobody foresaw", e);
                yield new Failure(Exit.RUNTIME, "Something went wrong that should not have: " + e);
            }
        };
    }
}
