package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Look;
import dev.amalgam.graph.Tint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/** What a person gave a card of their own accord: a band of colour behind the heading, and the pin that holds it. */
final class CardDress extends Group {
    private static final String PIN = "M5 0h4v1l-1 .6v3l2 1.6v1.2H7.6L7 12l-.6-4.6H4V6.2l2-1.6v-3L5 1z";
    private static final double EDGE = 1;
    private static final double HEADING = 46;

    private final Rectangle band = new Rectangle();
    private final SVGPath pin = new SVGPath();
    private final Group pinned = new Group(new Circle(7, 6, 9), pin);

    CardDress() {
        setMouseTransparent(true);
        band.setArcWidth(14);
        band.setArcHeight(14);
        band.setX(EDGE);
        band.setY(EDGE);
        pin.setContent(PIN);
        pin.getStyleClass().add("pin");
        pinned.getChildren().getFirst().getStyleClass().add("pin-ground");
        pinned.relocate(-8, -9);
    }

    void show(Look look, CardLayout layout) {
        band.setWidth(layout.width() - 2 * EDGE);
        band.setHeight(Math.min(HEADING, layout.height() - 2 * EDGE));
        band.getStyleClass().setAll("tint-band", styleClass(look.tint()));
        List<Node> parts = new ArrayList<>();
        if (look.tint().isPresent()) {
            parts.add(band);
        }
        if (look.pinned()) {
            parts.add(pinned);
        }
        if (!getChildren().equals(parts)) {
            getChildren().setAll(parts);
        }
    }

    /** The style class of a tint, such as {@code tint-red}. */
    static String styleClass(Optional<Tint> tint) {
        return "tint-" + tint.map(it -> it.name().toLowerCase(Locale.ROOT)).orElse("none");
    }
}
