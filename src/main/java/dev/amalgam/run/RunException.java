package dev.amalgam.run;

/** A request could not be carried out as a whole. The message is for people: what happened, why, and what to do. */
public final class RunException extends Exception {
    private static final long serialVersionUID = 1L;

    public RunException(String message) {
        super(message);
    }

    public RunException(String message, Throwable cause) {
        super(message, cause);
    }
}
