package dev.amalgam.graph;

/** Whether a node does its work. */
public enum Mode {
    /** It does. */
    ACTIVE,
    /** It does not run, and neither does what needs it. */
    MUTED,
    /** It passes on what comes in, as if its wires went through. */
    BYPASSED
}
