package dev.amalgam.export;

import dev.amalgam.compile.Problem;
import java.util.List;

/** Why an amalgamation cannot be exported: the problems that stand against it. */
public final class ExportException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ExportException(String message, List<Problem> problems) {
        super(message);
        this.problems = List.copyOf(problems);
    }

    /** What has to be mended first; may be empty. */
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }
}
