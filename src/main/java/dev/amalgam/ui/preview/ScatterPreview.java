package dev.amalgam.ui.preview;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.Reading;
import dev.amalgam.desk.values.Projection;
import dev.amalgam.desk.values.Seen;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.text.Texts;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.shape.Circle;

/** The embeddings seen so far as points of the plane in which they vary most; both axes on one scale, the present one ringed. */
final class ScatterPreview extends Plate {
    private static final double FOOT = 18;
    private static final double PICTURE = 26;
    private static final double RADIUS = 3.5;

    /** More pictures than that would hide each other. */
    private static final int MOST_PICTURES = 24;

    private static final double LARGEST = 1e9;

    private final Projection places;
    private final double centreX;
    private final double centreY;
    private final double scale;

    ScatterPreview(Reading.Scatter reading, Form form, double width, double height) {
        super(width, height, Texts.get("preview.scatter", reading.seen().size()));
        this.places = reading.places();
        boolean hasFoot = height > 5 * FOOT;
        double room = hasFoot ? height - FOOT : height;
        double[] x = places.points().stream()
                .mapToDouble(Projection.Point::x)
                .sorted()
                .toArray();
        double[] y = places.points().stream()
                .mapToDouble(Projection.Point::y)
                .sorted()
                .toArray();
        double wide = x[x.length - 1] - x[0];
        double high = y[y.length - 1] - y[0];
        this.scale = Math.min(scale(width - 2 * PICTURE, wide), scale(room - 2 * PICTURE, high));
        this.centreX = width / 2 - (x[0] + wide / 2) * scale;
        this.centreY = room / 2 + (y[0] + high / 2) * scale;
        boolean pictured = reading.seen().size() <= MOST_PICTURES && Math.min(width, height) > 4 * PICTURE;
        for (int i = 0; i < reading.seen().size(); i++) {
            add(reading.seen().get(i), places.points().get(i), i == reading.now(), pictured, form);
        }
        if (hasFoot) {
            line(
                    Texts.get("preview.scatter.foot", reading.seen().size(), Figures.percent(places.explained())),
                    0,
                    height - FOOT / 2,
                    width,
                    "off");
        }
    }

    private static double scale(double room, double extent) {
        // Points that do not differ along an axis leave the scale to the other one.
        return extent > 0 ? Math.max(1, room) / extent : LARGEST;
    }

    private void add(Seen seen, Projection.Point place, boolean now, boolean pictured, Form form) {
        double x = centreX + place.x() * scale;
        double y = centreY - place.y() * scale;
        if (pictured && seen.picture().isPresent()) {
            picture(seen.picture().get(), x, y);
        } else {
            Circle dot = new Circle(x, y, RADIUS);
            dot.getStyleClass().addAll("dot", Glyph.styleClass(form));
            getChildren().add(dot);
        }
        if (now) {
            Circle ring = new Circle(x, y, pictured && seen.picture().isPresent() ? PICTURE * 0.75 : 2 * RADIUS);
            ring.getStyleClass().add("ring");
            getChildren().add(ring);
        }
    }

    private void picture(Tensor picture, double x, double y) {
        Image image = Pictures.image(picture, PICTURE);
        double fit = PICTURE / Math.max(image.getWidth(), image.getHeight());
        ImageView view = new ImageView(image);
        view.setFitWidth(image.getWidth() * fit);
        view.setFitHeight(image.getHeight() * fit);
        view.setX(Math.rint(x - view.getFitWidth() / 2));
        view.setY(Math.rint(y - view.getFitHeight() / 2));
        getChildren().add(view);
    }
}
