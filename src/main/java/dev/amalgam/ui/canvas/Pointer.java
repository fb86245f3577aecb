package dev.amalgam.ui.canvas;

import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;

/**
 * Where the pointer is and which keys are held with it.
 *
 * @param view in pixels of the view
 * @param world in units of the world
 * @param shift whether Shift is held
 * @param control whether Ctrl (on a Mac: Command) is held
 */
record Pointer(Point2D view, Point2D world, boolean shift, boolean control) {
    static Pointer of(MouseEvent event, Camera camera) {
        return new Pointer(
                new Point2D(event.getX(), event.getY()),
                camera.toWorld(event.getX(), event.getY()),
                event.isShiftDown(),
                event.isShortcutDown());
    }
}
