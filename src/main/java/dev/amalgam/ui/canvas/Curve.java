package dev.amalgam.ui.canvas;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * The course of a wire: a cubic Bézier curve that leaves to the right and arrives from the left.
 *
 * @param slope how steeply it leaves: downwards per unit to the right; 0 is level
 */
record Curve(Point2D from, Point2D to, double slope) {
    private static final int STEPS = 24;

    /** A curve that leaves level. */
    Curve(Point2D from, Point2D to) {
        this(from, to, 0);
    }

    /** How far the control points stand off, so that short wires are calm and backward ones make a loop. */
    private double reach() {
        double dx = to.getX() - from.getX();
        double dy = Math.abs(to.getY() - from.getY());
        double reach = dx >= 0 ? Math.max(dx / 2, Math.min(40, dy / 2)) : Math.min(160, 40 - dx / 2);
        return Math.max(8, reach);
    }

    /** The first control point: it says how the curve leaves. */
    Point2D leaving() {
        double reach = reach();
        return new Point2D(from.getX() + reach, from.getY() + slope * reach);
    }

    /** The second control point: it says how the curve arrives, which is level. */
    Point2D arriving() {
        return new Point2D(to.getX() - reach(), to.getY());
    }

    Point2D at(double t) {
        double u = 1 - t;
        double a = u * u * u;
        double b = 3 * u * u * t;
        double c = 3 * u * t * t;
        double d = t * t * t;
        Point2D leaving = leaving();
        double x = a * from.getX() + b * leaving.getX() + c * arriving().getX() + d * to.getX();
        return new Point2D(x, a * from.getY() + b * leaving.getY() + (c + d) * to.getY());
    }

    double length() {
        double length = 0;
        Point2D last = from;
        for (int i = 1; i <= STEPS; i++) {
            Point2D next = at((double) i / STEPS);
            length += last.distance(next);
            last = next;
        }
        return length;
    }

    /** A box around it. */
    Rectangle2D box() {
        Point2D leaving = leaving();
        double left = Math.min(from.getX(), arriving().getX());
        double right = Math.max(to.getX(), leaving.getX());
        double top = Math.min(leaving.getY(), Math.min(from.getY(), to.getY()));
        double bottom = Math.max(leaving.getY(), Math.max(from.getY(), to.getY()));
        return new Rectangle2D(left, top, right - left, bottom - top);
    }

    /** How far a point is from it, or infinity where it is farther than {@code limit}. */
    double distance(Point2D point, double limit) {
        Rectangle2D box = box();
        boolean outside = point.getX() < box.getMinX() - limit
                || point.getX() > box.getMaxX() + limit
                || point.getY() < box.getMinY() - limit
                || point.getY() > box.getMaxY() + limit;
        return outside ? Double.POSITIVE_INFINITY : nearest(point);
    }

    private double nearest(Point2D point) {
        double nearest = Double.POSITIVE_INFINITY;
        Point2D last = from;
        for (int i = 1; i <= STEPS; i++) {
            Point2D next = at((double) i / STEPS);
            nearest = Math.min(nearest, toSegment(point, last, next));
            last = next;
        }
        return nearest;
    }

    /** Where a straight line from {@code a} to {@code b} crosses it, first met from its beginning. */
    Optional<Point2D> crossing(Point2D a, Point2D b) {
        Point2D last = from;
        for (int i = 1; i <= STEPS; i++) {
            Point2D next = at((double) i / STEPS);
            Optional<Point2D> met = crossing(last, next, a, b);
            if (met.isPresent()) {
                return met;
            }
            last = next;
        }
        return Optional.empty();
    }

    private static Optional<Point2D> crossing(Point2D p, Point2D q, Point2D a, Point2D b) {
        Point2D along = q.subtract(p);
        Point2D across = b.subtract(a);
        double area = cross(along, across);
        if (area == 0) {
            return Optional.empty();
        }
        double onCurve = cross(a.subtract(p), across) / area;
        double onLine = cross(a.subtract(p), along) / area;
        boolean meet = onCurve >= 0 && onCurve <= 1 && onLine >= 0 && onLine <= 1;
        return meet ? Optional.of(p.add(along.multiply(onCurve))) : Optional.empty();
    }

    private static double cross(Point2D a, Point2D b) {
        return a.getX() * b.getY() - a.getY() * b.getX();
    }

    private static double toSegment(Point2D point, Point2D a, Point2D b) {
        Point2D along = b.subtract(a);
        double square = along.dotProduct(along);
        double t = square == 0 ? 0 : Math.clamp(point.subtract(a).dotProduct(along) / square, 0, 1);
        return point.distance(a.add(along.multiply(t)));
    }
}
