package dev.amalgam.desk;

/** When the nodes of a document run. */
public enum RunMode {
    /** After each change: what it made untrue. */
    LIVE,
    /** Only when somebody asks for it. */
    PAUSED
}
