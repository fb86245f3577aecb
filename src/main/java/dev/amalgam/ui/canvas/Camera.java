package dev.amalgam.ui.canvas;

import dev.amalgam.ui.look.TextScale;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * Which part of the canvas is seen: world units (pixels at 100 %) to pixels of the view. A larger text scale magnifies all of it, so
 * that cards grow and still stand clear of each other.
 */
public final class Camera {
    static final double LEAST = 0.05;
    static final double MOST = 3;

    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(this, "zoom", 1);
    private final Runnable whenMoved;
    private double x;
    private double y;

    /** A camera that calls {@code whenMoved} whenever it shows something else. */
    public Camera(Runnable whenMoved) {
        this.whenMoved = whenMoved;
    }

    /** The magnification that was chosen; 1 is 100 % at any text scale. */
    public ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    /** Pixels of the view for each world unit. */
    public double zoom() {
        return zoom.get() * TextScale.factor();
    }

    /** Where the world's origin is in the view. */
    public double x() {
        return x;
    }

    public double y() {
        return y;
    }

    public Point2D toWorld(double viewX, double viewY) {
        return new Point2D((viewX - x) / zoom(), (viewY - y) / zoom());
    }

    public Point2D toView(double worldX, double worldY) {
        return new Point2D(worldX * zoom() + x, worldY * zoom() + y);
    }

    /** The part of the world that a view of this size shows. */
    public Rectangle2D seen(double width, double height) {
        return new Rectangle2D(-x / zoom(), -y / zoom(), Math.max(0, width / zoom()), Math.max(0, height / zoom()));
    }

    public void panBy(double dx, double dy) {
        // Whole pixels, so that cached cards are copied and not resampled.
        x = Math.rint(x + dx);
        y = Math.rint(y + dy);
        whenMoved.run();
    }

    /** What the camera shows. */
    record View(double zoom, double x, double y) {}

    View view() {
        return new View(zoom(), x, y);
    }

    /** Shows what it showed before. */
    void go(View view) {
        zoom.set(view.zoom());
        x = view.x();
        y = view.y();
        whenMoved.run();
    }

    /** Zooms so that the point of the world under this point of the view stays there. */
    public void zoomAt(double viewX, double viewY, double factor) {
        Point2D fixed = toWorld(viewX, viewY);
        zoom.set(Math.clamp(zoom.get() * factor, LEAST, MOST));
        x = viewX - fixed.getX() * zoom();
        y = viewY - fixed.getY() * zoom();
        whenMoved.run();
    }

    /** Brings a part of the world into the middle of a view, no larger than 100 %. */
    public void show(Rectangle2D part, double width, double height, double margin) {
        double fit = Math.min(
                (width - 2 * margin) / Math.max(1, part.getWidth()),
                (height - 2 * margin) / Math.max(1, part.getHeight()));
        zoom.set(Math.clamp(fit / TextScale.factor(), LEAST, 1));
        centre(part.getMinX() + part.getWidth() / 2, part.getMinY() + part.getHeight() / 2, width, height);
    }

    /** Brings a point of the world into the middle of a view. */
    public void centre(double worldX, double worldY, double width, double height) {
        x = Math.rint(width / 2 - worldX * zoom());
        y = Math.rint(height / 2 - worldY * zoom());
        whenMoved.run();
    }
}
