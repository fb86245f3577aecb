package dev.amalgam.ui.canvas;

import dev.amalgam.desk.arrange.Snapping.Guide;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Line;

/** The lines, in the view, that a dragged card has come to stand on. */
final class Guides extends Group {
    Guides() {
        setMouseTransparent(true);
    }

    void show(List<Guide> guides, Camera camera) {
        getChildren().setAll(guides.stream().map(guide -> line(guide, camera)).toList());
    }

    private static Line line(Guide guide, Camera camera) {
        var from = camera.toView(guide.fromX(), guide.fromY());
        var to = camera.toView(guide.toX(), guide.toY());
        Line line = new Line(middle(from.getX()), middle(from.getY()), middle(to.getX()), middle(to.getY()));
        line.getStyleClass().add("guide");
        return line;
    }

    /** In the middle of a pixel, so that a line of one pixel is one pixel wide. */
    private static double middle(double at) {
        return Math.rint(at) + 0.5;
    }
}
