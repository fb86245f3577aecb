package dev.amalgam.onnx;

import java.io.Serial;

/** A change that cannot be made on a model: what is wrong and where, and what to do. */
public final class SurgeryException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String remedy;

    /**
     * @param message what is wrong, one sentence without the final stop
     * @param remedy what to do, one sentence without the final stop
     */
    public SurgeryException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
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
