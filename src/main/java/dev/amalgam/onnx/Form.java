package dev.amalgam.onnx;

/** How the parts of a joined model are written. */
public enum Form {
    /** Every operator in the top graph: what every tool reads. */
    INLINED,
    /** What each scope at the top made as a function of its own, so that the top graph shows one call for each. */
    FUNCTIONS
}
