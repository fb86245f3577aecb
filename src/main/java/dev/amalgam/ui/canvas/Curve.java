package dev.amalgam.ui.canvas;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** The course of a wire: a cubic Bézier curve that leaves to the right and arrives from the left. */
record Curve(Point2D from, Point2D to) {
    private static final int STEPS = 24;

    /** How far the control points stand off, so that short wires are calm and backward ones make a loop. */
    double reach() {
        double dx = to.getX() - from.getX();
        double dy = Math.abs(to.getY() - from.getY());
        double reach = dx >= 0 ? Math.max(dx / 2, Math.min(40, dy / 2)) : Math.min(160, 40 - dx / 2);
        return Math.max(8, reach);
    }

    Point2D at(double t) {
        double u = 1 - t;
        double a = u * u * u;
        double b = 3 * u * u * t;
        double c = 3 * u * t * t;
        double d = t * t * t;
        double x = a * from.getX() + b * (from.getX() + reach()) + c * (to.getX() - reach()) + d * to.getX();
        return new Point2D(x, (a + b) * from.getY() + (c + d) * to.getY());
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
        double left = Math.min(from.getX(), to.getX() - reach());
        double right = Math.max(to.getX(), from.getX() + reach());
        double top = Math.min(from.getY(), to.getY());
        return new Rectangle2D(left, top, right - left, Math.abs(to.getY() - from.getY()));
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
