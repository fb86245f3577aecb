package dev.amalgam.ui.canvas;

import dev.amalgam.ui.look.Fonts;
import dev.amalgam.ui.look.Glyph;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;

/** A port on the edge of a card: a socket, the glyph of its representation, and its label inside the card. */
final class PortView extends Group {
    /** How a port stands to the wire that is being drawn. */
    enum Verdict {
        NONE,
        FITS,
        UNFIT
    }

    private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");
    private static final PseudoClass UNFIT = PseudoClass.getPseudoClass("unfit");
    private static final double GLYPH = 11;
    private static final double GAP = 13;

    PortView(CardLayout.Place place) {
        getStyleClass().add("port");
        Port port = place.port();
        Circle socket = new Circle(place.x(), place.y(), 9);
        socket.getStyleClass().add("socket");
        SVGPath glyph = port.representation().map(it -> Glyph.shape(it, GLYPH)).orElseGet(() -> Glyph.any(GLYPH));
        glyph.setLayoutX(place.x() - 6);
        glyph.setLayoutY(place.y() - 6);
        getChildren().addAll(socket, glyph);
        if (place.room() > 0) {
            getChildren().add(label(place));
        }
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(port.says());
    }

    private static Text label(CardLayout.Place place) {
        Port port = place.port();
        Text label = new Text(Fonts.fit(port.label(), CardLayout.QUIET_FONT, place.room()));
        label.setFont(CardLayout.QUIET_FONT);
        label.setTextOrigin(VPos.CENTER);
        label.setY(place.y());
        double width = Math.ceil(label.getLayoutBounds().getWidth());
        label.setX(port.input() ? place.x() + GAP : place.x() - GAP - width);
        label.getStyleClass().add("port-label");
        return label;
    }

    void judge(Verdict verdict) {
        pseudoClassStateChanged(FITS, verdict == Verdict.FITS);
        pseudoClassStateChanged(UNFIT, verdict == Verdict.UNFIT);
    }
}
