package dev.amalgam.ui.canvas;

import javafx.geometry.Point2D;

/** Moving the view over the canvas. */
final class PanIntention implements Intention {
    private final Camera camera;
    private final Point2D start;
    private Point2D last;

    PanIntention(Camera camera, Pointer at) {
        this.camera = camera;
        this.start = at.view();
        this.last = at.view();
    }

    @Override
    public void update(Pointer at) {
        Point2D by = at.view().subtract(last);
        camera.panBy(by.getX(), by.getY());
        last = at.view();
    }

    @Override
    public void end(Pointer at) {
        update(at);
    }

    @Override
    public void cancel() {
        Point2D back = start.subtract(last);
        camera.panBy(back.getX(), back.getY());
    }
}
