package dev.amalgam.ui.canvas;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** The quiet dots of the ground. Painted one cell larger than the view, so that panning only shifts it. */
final class DotGrid extends Canvas {
    /** The distance of the dots at 100 %, in units of the world. */
    static final double CELL = 24;

    private static final double LEAST_CELL = 18;

    private double cell;
    private Color dots = Color.TRANSPARENT;

    DotGrid() {
        setMouseTransparent(true);
    }

    void show(Camera camera, double width, double height, Color colour) {
        double wanted = CELL * camera.zoom();
        while (wanted < LEAST_CELL) {
            wanted *= 2;
        }
        boolean resized = getWidth() < width + wanted || getHeight() < height + wanted;
        if (resized || wanted != cell || !colour.equals(dots)) {
            cell = wanted;
            dots = colour;
            setWidth(width + 2 * cell);
            setHeight(height + 2 * cell);
            paint();
        }
        setTranslateX(shift(camera.x()));
        setTranslateY(shift(camera.y()));
    }

    private double shift(double origin) {
        return Math.rint(origin - Math.ceil(origin / cell) * cell);
    }

    private void paint() {
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setFill(dots);
        for (double y = 0; y < getHeight(); y += cell) {
            for (double x = 0; x < getWidth(); x += cell) {
                g.fillRect(Math.rint(x), Math.rint(y), 1, 1);
            }
        }
    }
}
