package dev.amalgam.desk.arrange;

import dev.amalgam.graph.Position;
import java.util.Collection;
import java.util.Optional;

/**
 * The part of the canvas that a card or a frame takes, in canvas units.
 *
 * @param x of the left edge
 * @param y of the upper edge
 * @param width not negative
 * @param height not negative
 */
public record Area(double x, double y, double width, double height) {
    /** The left upper corner. */
    public Position at() {
        return new Position(x, y);
    }

    /** The same size elsewhere. */
    public Area movedTo(Position to) {
        return new Area(to.x(), to.y(), width, height);
    }

    /** The same size, moved by that much. */
    public Area movedBy(double dx, double dy) {
        return new Area(x + dx, y + dy, width, height);
    }

    /** The same with a margin all around. */
    public Area grownBy(double margin) {
        return new Area(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    /** The middle from left to right. */
    public double centre() {
        return x + width / 2;
    }

    /** The middle from top to bottom. */
    public double middle() {
        return y + height / 2;
    }

    /** Whether all of the other lies in this one. */
    public boolean contains(Area other) {
        return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }

    /** Whether the two share more than an edge. */
    public boolean overlaps(Area other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** The least area around both. */
    public Area union(Area other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Area(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** The least area around all of them; empty where there are none. */
    public static Optional<Area> around(Collection<Area> areas) {
        return areas.stream().reduce(Area::union);
    }
}
