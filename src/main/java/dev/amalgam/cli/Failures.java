package dev.amalgam.cli;

import dev.amalgam.desk.cost.CostException;
import dev.amalgam.export.ExportException;
import dev.amalgam.kind.KindException;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxException.Reason;
import dev.amalgam.onnx.recipe.RecipeException;
import dev.amalgam.project.ProjectException;
import dev.amalgam.run.RunException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
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
            case ExportException export -> Failure.of(export.getMessage(), export.problems());
            case RecipeException step -> Failure.of(Exit.NO, step.getMessage(), step.remedy());
            case CostException cost -> new Failure(Exit.RUNTIME, sentence(cost));
            case RunException run -> new Failure(Exit.RUNTIME, String.valueOf(run.getMessage()));
            case OnnxException onnx
            when onnx.reason() == Reason.UNKNOWN_TENSOR -> new Failure(Exit.USAGE, String.valueOf(onnx.getMessage()));
            case OnnxException onnx -> new Failure(Exit.FILE, String.valueOf(onnx.getMessage()));
            case IOException io -> new Failure(Exit.FILE, sentence(io));
            case UncheckedIOException unchecked -> of(Objects.requireNonNull(unchecked.getCause()));
            default -> {
                LOG.info("a command ended in a way that nobody foresaw", e);
                yield new Failure(Exit.RUNTIME, "Something went wrong that should not have, please report it: " + e);
            }
        };
    }

    private static String sentence(CostException e) {
        String message = Lines.sentence(String.valueOf(e.getMessage()));
        return e.remedy().map(remedy -> message + " " + Lines.sentence(remedy)).orElse(message);
    }

    /** The JDK names the file alone where the kind of the exception says the rest. */
    private static String sentence(IOException e) {
        return switch (e) {
            case NoSuchFileException gone -> "There is no file or folder " + gone.getFile() + ". Check the path.";
            case AccessDeniedException denied ->
                denied.getFile() + " may not be read or written by you. Change its permissions, or use another.";
            case FileAlreadyExistsException taken -> taken.getFile() + " is a file, and a folder is needed.";
            case FileSystemException other
            when other.getReason() != null ->
                other.getFile() + " cannot be read or written: " + other.getReason() + ".";
            default -> "A file cannot be read or written: " + e.getMessage() + ".";
        };
    }
}
