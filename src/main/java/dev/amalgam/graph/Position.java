package dev.amalgam.graph;

/**
 * Where the top left corner of a node's card stands, in canvas units (pixels at 100 %), x to the right and y down.
 *
 * @param x to the right
 * @param y down
 */
public record Position(double x, double y) {
    /** @throws IllegalArgumentException unless both are finite */
    public Position {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a position must be finite: " + x + ", " + y);
        }
    }
}
