package dev.amalgam.export;

/**
 * What goes into an exported file.
 *
 * @param project whether it carries the project, so that the amalgamation can be restored from it
 */
public record ExportOptions(boolean project) {
    /** What people get who choose nothing. */
    public static final ExportOptions DEFAULT = new ExportOptions(true);
}
