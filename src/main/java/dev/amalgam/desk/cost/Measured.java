package dev.amalgam.desk.cost;

/**
 * What was measured, and with what.
 *
 * @param file the name of the model
 * @param sha256 the SHA-256 of its bytes
 * @param runtime the runtime with its version
 * @param device what ran it, such as {@code cpu}
 */
public record Measured(String file, String sha256, String runtime, String device) {
    private static final int SHOWN = 8;

    /** So much of the hash as people compare. */
    public String shortHash() {
        return sha256.substring(0, SHOWN);
    }
}
