package dev.amalgam.ui.preview;

import dev.amalgam.desk.Reading;
import dev.amalgam.desk.Reading.Box;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** Boxes over the picture in which they were found, each with its name and score where there is room for them. */
final class BoxesPreview extends Plate {
    private static final double TAG = 15;

    /** A box narrower than that has no name over it: on a card the names would hide the picture. */
    private static final double NAMED = 34;

    BoxesPreview(Reading.Boxes reading, double width, double height) {
        super(width, height, says(reading.boxes()));
        Rectangle2D place = PicturePreview.show(this, Pictures.image(reading.picture(), Math.max(width, height)));
        double scale = place.getWidth() / width(reading.picture());
        // The surest last, so that it lies over the others.
        reading.boxes().reversed().forEach(box -> add(box, place, scale));
    }

    static double width(Tensor picture) {
        return Math.max(1, picture.dims()[1]);
    }

    private void add(Box box, Rectangle2D place, double scale) {
        double x = Math.rint(place.getMinX() + box.left() * scale) + 0.5;
        double y = Math.rint(place.getMinY() + box.top() * scale) + 0.5;
        double wide = Math.max(1, Math.rint((box.right() - box.left()) * scale) - 1);
        double high = Math.max(1, Math.rint((box.bottom() - box.top()) * scale) - 1);
        Rectangle ground = new Rectangle(x, y, wide, high);
        ground.getStyleClass().add("box-ground");
        Rectangle edge = new Rectangle(x, y, wide, high);
        edge.getStyleClass().add("box-edge");
        getChildren().addAll(ground, edge);
        if (wide >= NAMED && high >= TAG) {
            name(box, x, y, wide);
        }
    }

    private void name(Box box, double x, double y, double room) {
        Rectangle tag = new Rectangle(x - 0.5, y - 0.5, 0, TAG);
        tag.getStyleClass().add("box-tag");
        getChildren().add(tag);
        Text words = line(box.label() + " " + BarList.score(box.score()), x + 4, y + TAG / 2, room - 8, "box-name");
        tag.setWidth(Math.ceil(words.getLayoutBounds().getWidth()) + 9);
    }

    private static String says(List<Box> boxes) {
        return boxes.isEmpty()
                ? Texts.get("preview.boxes.none")
                : boxes.stream()
                        .limit(5)
                        .map(box -> box.label() + " " + BarList.score(box.score()))
                        .collect(Collectors.joining(", "));
    }
}
