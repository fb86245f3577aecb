package dev.amalgam.graph;

/** How far a runtime rewrites a model before it runs; each includes those before it. */
public enum Optimisation {
    /** As written. */
    NONE,
    /** What keeps every value as it is: constants folded, identities removed. */
    BASIC,
    /** Operators fused, which may change the rounding. */
    EXTENDED,
    /** Layouts changed too. */
    ALL
}
