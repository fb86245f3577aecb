package dev.amalgam.ui.canvas;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Boxes put together. */
final class Boxes {
    private Boxes() {}

    /** The least box around all of these; empty where there are none. */
    static Optional<Rectangle2D> around(Stream<Rectangle2D> boxes) {
        return boxes.reduce(Boxes::union);
    }

    /** The least box around both. */
    static Rectangle2D union(Rectangle2D a, Rectangle2D b) {
        double left = Math.min(a.getMinX(), b.getMinX());
        double top = Math.min(a.getMinY(), b.getMinY());
        double right = Math.max(a.getMaxX(), b.getMaxX());
        double bottom = Math.max(a.getMaxY(), b.getMaxY());
        return new Rectangle2D(left, top, right - left, bottom - top);
    }

    static Point2D middle(Rectangle2D box) {
        return new Point2D(box.getMinX() + box.getWidth() / 2, box.getMinY() + box.getHeight() / 2);
    }

    /** A box with that much more on each side. */
    static Rectangle2D grow(Rectangle2D box, double by) {
        return new Rectangle2D(
                box.getMinX() - by, box.getMinY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }
}
