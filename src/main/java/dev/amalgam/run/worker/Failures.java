package dev.amalgam.run.worker;

import ai.onnxruntime.OrtException;
import dev.amalgam.run.StepFailure;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;

/** Tells what an exception means for the step. */
final class Failures {
    private static final Pattern CODE = Pattern.compile("^Error code - \\w+ - message:\\s*");
    private static final Pattern NO_MEMORY =
            Pattern.compile("bad_alloc|bad allocation|Failed to allocate memory|out of memory|OUT_OF_MEMORY");

    private Failures() {}

    static StepFailure of(Throwable thrown, long memoryBytes) {
        String message = String.valueOf(thrown.getMessage());
        return switch (thrown) {
            case OutOfMemoryError e -> new StepFailure.OutOfMemory(memoryBytes);
            case OrtException e when NO_MEMORY.matcher(message).find() -> new StepFailure.OutOfMemory(memoryBytes);
            case OrtException e -> new StepFailure.Refused(CODE.matcher(message).replaceFirst(""));
            case NoSuchFileException e -> new StepFailure.Refused("there is no model at " + message);
            default -> new StepFailure.Refused(message);
        };
    }
}
