package dev.amalgam.export;

import java.util.Arrays;

/** What a comparison came to. */
public enum Verdict {
    /** Every bit is the same. */
    EQUAL("equal bit for bit"),
    /** Every value is within the tolerance of its type. */
    WITHIN_TOLERANCE("within tolerance"),
    /** Some value is not. */
    DIFFERS("differs");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    static Verdict of(Difference difference) {
        if (!difference.within()) {
            return DIFFERS;
        }
        return difference.maxUlp() == 0 && difference.maxAbsolute() == 0 ? EQUAL : WITHIN_TOLERANCE;
    }

    /** Reads {@link #words}. @throws IllegalArgumentException where they are none */
    static Verdict of(String words) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a verdict: " + words));
    }

    /** The one that allows less to be said. */
    Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** For people and for the certificate. */
    public String words() {
        return words;
    }
}
