package dev.amalgam.ui.preview;

import dev.amalgam.desk.Reading;
import dev.amalgam.ui.text.Texts;
import javafx.geometry.Rectangle2D;
import javafx.scene.shape.Circle;

/** Points over the picture in which they were found; the surer, the more solid. */
final class KeypointsPreview extends Plate {
    private static final double LEAST_SOLID = 0.25;

    KeypointsPreview(Reading.Keypoints reading, double width, double height) {
        super(width, height, Texts.get("preview.keypoints", reading.marks().size()));
        Rectangle2D place = PicturePreview.show(this, Pictures.image(reading.picture(), Math.max(width, height)));
        double scale = place.getWidth() / BoxesPreview.width(reading.picture());
        double radius = Math.clamp(place.getWidth() / 60, 2, 5);
        for (Reading.Mark mark : reading.marks()) {
            Circle circle = new Circle(place.getMinX() + mark.x() * scale, place.getMinY() + mark.y() * scale, radius);
            circle.getStyleClass().add("keypoint");
            circle.setOpacity(Math.clamp(mark.score(), LEAST_SOLID, 1));
            getChildren().add(circle);
        }
    }
}
