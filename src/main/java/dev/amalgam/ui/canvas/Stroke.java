package dev.amalgam.ui.canvas;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.shape.Polyline;

/** A line that is drawn with the pointer, by which wires are met. */
final class Stroke extends Polyline {
    Stroke() {
        setMouseTransparent(true);
        setVisible(false);
    }

    /** @param points in the view; none hides it */
    void show(List<Point2D> points, String styleClass) {
        getStyleClass().setAll("stroke", styleClass);
        getPoints()
                .setAll(points.stream()
                        .flatMap(it -> Stream.of(it.getX(), it.getY()))
                        .toList());
        setVisible(points.size() > 1);
    }
}
