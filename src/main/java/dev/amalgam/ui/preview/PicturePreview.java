package dev.amalgam.ui.preview;

import dev.amalgam.desk.Reading;
import dev.amalgam.ui.text.Texts;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.shape.Rectangle;

/** A picture, as large as there is room, in its own proportions. */
final class PicturePreview extends Plate {
    PicturePreview(Reading.Picture reading, double width, double height) {
        super(width, height, Texts.get("preview.picture", reading.pixels().type()));
        show(this, Pictures.image(reading.pixels(), Math.max(width, height)));
    }

    /** Lays an image on a plate: centred, whole, with round corners. @return where it lies */
    static Rectangle2D show(Plate plate, Image image) {
        double scale = Math.min(plate.width / image.getWidth(), plate.height / image.getHeight());
        double w = Math.max(1, Math.rint(image.getWidth() * scale));
        double h = Math.max(1, Math.rint(image.getHeight() * scale));
        ImageView view = new ImageView(image);
        view.setFitWidth(w);
        view.setFitHeight(h);
        view.setX(Math.rint((plate.width - w) / 2));
        view.setY(Math.rint((plate.height - h) / 2));
        Rectangle corners = new Rectangle(view.getX(), view.getY(), w, h);
        corners.setArcWidth(8);
        corners.setArcHeight(8);
        view.setClip(corners);
        plate.getChildren().add(view);
        return new Rectangle2D(view.getX(), view.getY(), w, h);
    }
}
