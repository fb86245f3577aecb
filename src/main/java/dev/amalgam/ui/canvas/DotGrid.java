package dev.amalgam.ui.canvas;

import javafx.scene.Group;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * The quiet dots of the ground: one picture of a row, shown once for each row. A picture as large as the view would cost more
 * to blend, in each pulse of panning, than all cards together. One cell larger than the view, so that panning only shifts it.
 */
public final class DotGrid extends Group {
    /** The distance of the dots at 100 %, in units of the world. */
    static final double CELL = 24;

    private static final double LEAST_CELL = 18;

    /** Empty pixels above and below: without them the software pipeline reads beyond the picture where it is scaled. */
    private static final int EDGE = 2;

    private WritableImage row = new WritableImage(1, 1);
    private double cell;
    private Color dots = Color.TRANSPARENT;

    public DotGrid() {
        setMouseTransparent(true);
    }

    /** Draws the dots as a camera sees them, in a view of this size. */
    public void show(Camera camera, double width, double height, Color colour) {
        double wanted = CELL * camera.zoom();
        while (wanted < LEAST_CELL) {
            wanted *= 2;
        }
        if (row.getWidth() < width + wanted || wanted != cell || !colour.equals(dots)) {
            cell = wanted;
            dots = colour;
            row = row(width + 2 * cell);
            getChildren().clear();
        }
        int rows = (int) Math.ceil(height / cell) + 1;
        for (int i = getChildren().size(); i < rows; i++) {
            ImageView view = new ImageView(row);
            view.setY(Math.rint(i * cell) - EDGE);
            view.setSmooth(false);
            getChildren().add(view);
        }
        setTranslateX(shift(camera.x()));
        setTranslateY(shift(camera.y()));
    }

    private double shift(double origin) {
        return Math.rint(origin - Math.ceil(origin / cell) * cell);
    }

    private WritableImage row(double width) {
        WritableImage image = new WritableImage((int) Math.ceil(width), 1 + 2 * EDGE);
        PixelWriter pixels = image.getPixelWriter();
        for (double x = 0; x < image.getWidth() - 1; x += cell) {
            pixels.setColor((int) Math.rint(x), EDGE, dots);
        }
        return image;
    }
}
