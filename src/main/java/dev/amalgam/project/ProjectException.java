package dev.amalgam.project;

import java.io.IOException;

/** Why a project's file cannot be read or written. The file that was there before is as it was. */
public final class ProjectException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String remedy;

    /**
     * @param code for scripts, in lower case with hyphens, such as {@code not-json}
     * @param message what is wrong and in which file, one sentence without the final stop
     * @param remedy what to do, one sentence without the final stop
     */
    public ProjectException(String code, String message, String remedy) {
        super(message);
        this.code = code;
        this.remedy = remedy;
    }

    ProjectException(String code, String message, String remedy, IOException cause) {
        this(code, message, remedy);
        initCause(cause);
    }

    /** For scripts, such as {@code not-json}. */
    public String code() {
        return code;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }
}
