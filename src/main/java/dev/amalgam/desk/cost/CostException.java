package dev.amalgam.desk.cost;

import java.util.Optional;

/** Something could not be measured; the message says why, in a sentence for people. */
public final class CostException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    CostException(String message, Throwable cause) {
        super(message, cause);
        this.remedy = "";
    }

    CostException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** What to do, where that is known and the message does not say it. */
    public Optional<String> remedy() {
        return Optional.of(remedy).filter(words -> !words.isEmpty());
    }
}
