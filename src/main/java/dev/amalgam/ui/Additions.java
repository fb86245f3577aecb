package dev.amalgam.ui;

import dev.amalgam.ui.canvas.CanvasView;
import dev.amalgam.ui.palette.PaletteHost;
import javafx.geometry.Point2D;

/** Puts what comes from the palette on to the canvas. */
record Additions(Shell shell) implements PaletteHost {
    @Override
    public void add(String kind) {
        CanvasView canvas = shell.canvas();
        canvas.addKind(kind, new Point2D(canvas.getWidth() / 2, canvas.getHeight() / 2));
    }

    @Override
    public void drop(String kind, Point2D at) {
        CanvasView canvas = shell.canvas();
        Point2D inside = canvas.sceneToLocal(at);
        if (canvas.getLayoutBounds().contains(inside)) {
            canvas.addKind(kind, inside);
        }
    }
}
