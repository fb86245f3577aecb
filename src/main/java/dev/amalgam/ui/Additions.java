package dev.amalgam.ui;

import dev.amalgam.kind.Kind;
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
    public void carry(Kind kind, Point2D at) {
        CanvasView canvas = shell.canvas();
        Point2D inside = canvas.sceneToLocal(at);
        if (canvas.getLayoutBounds().contains(inside)) {
            canvas.carry(kind, inside);
        } else {
            canvas.leave();
        }
    }

    @Override
    public void leave() {
        shell.canvas().leave();
    }

    @Override
    public void drop(Kind kind, Point2D at) {
        CanvasView canvas = shell.canvas();
        Point2D inside = canvas.sceneToLocal(at);
        if (canvas.getLayoutBounds().contains(inside)) {
            canvas.drop(kind, inside);
        }
    }
}
