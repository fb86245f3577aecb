package dev.amalgam.cli;

/** The exit codes, which scripts rely on. */
final class Exit {
    /** Done. */
    static final int DONE = 0;

    /** The answer is no: invalid, differs, over budget. */
    static final int NO = 1;

    /** The command was not understood. */
    static final int USAGE = 2;

    /** A file cannot be read or written. */
    static final int FILE = 3;

    /** The runtime failed. */
    static final int RUNTIME = 4;

    private Exit() {}
}
