package dev.amalgam.ui.canvas;

import dev.amalgam.ui.canvas.Link.Flow;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.look.Styles;
import dev.amalgam.ui.thread.UiThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/** A wire: dashed while it waits, hatched when it is stale, red with a break where it is broken. */
final class WireView extends Group {
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("pointed");
    private static final double BREAK = 16;

    private final CubicCurve halo = new CubicCurve();
    private final CubicCurve hatch = new CubicCurve();
    private final CubicCurve line = new CubicCurve();
    private final SVGPath rupture = new SVGPath();
    private @Nullable Link wanted;
    private boolean selected;
    private boolean pointed;

    WireView() {
        getStyleClass().add("wire");
        setAccessibleRole(AccessibleRole.TEXT);
        halo.getStyleClass().add("wire-halo");
        hatch.getStyleClass().add("wire-hatch");
        line.getStyleClass().add("wire-line");
        rupture.getStyleClass().add("wire-rupture");
        rupture.setContent("M-5 4L-2 -4 M2 4L5 -4");
        getChildren().add(line);
    }

    /** Only what is seen is there: each pulse of panning goes through all nodes that are. */
    private void gather() {
        List<Node> parts = new ArrayList<>();
        Flow flow = wanted == null ? Flow.TRUE : wanted.flow();
        if (selected || pointed) {
            parts.add(halo);
        }
        if (flow == Flow.STALE) {
            parts.add(hatch);
        }
        parts.add(line);
        if (flow == Flow.BROKEN) {
            parts.add(rupture);
        }
        if (!getChildren().equals(parts)) {
            getChildren().setAll(parts);
        }
    }

    /** Forgets what it showed, so that all of the next is shown at once. */
    void blank() {
        wanted = null;
    }

    /** Shows this: at once where it runs elsewhere, soon where only what flows in it is another. */
    void show(Link link) {
        Link before = wanted;
        wanted = link;
        if (before == null || !before.curve().equals(link.curve())) {
            List.of(halo, hatch, line).forEach(curve -> lay(curve, link.curve()));
            style(link);
        } else if (before.flow() != link.flow() || !before.representation().equals(link.representation())) {
            UiThread.soon(this, this::styleWanted);
        }
    }

    /** Put into words only where somebody asks: a wire that is dragged changes in each frame. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && wanted != null
                ? wanted.says()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private void styleWanted() {
        if (wanted != null) {
            style(wanted);
            Styles.applyNow(this);
        }
    }

    private void style(Link link) {
        List<String> styles = List.of(
                "wire",
                link.representation().map(it -> Glyph.styleClass(it.form())).orElse("any"));
        if (!getStyleClass().equals(styles)) {
            getStyleClass().setAll(styles);
        }
        for (Flow flow : Flow.values()) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(flow.name().toLowerCase(Locale.ROOT)), flow == link.flow());
        }
        if (link.flow() == Flow.BROKEN) {
            tear(link.curve());
        } else {
            // The style sheet has the dashes of the other flows.
            line.setStyle("");
        }
        gather();
    }

    private void tear(Curve curve) {
        double half = Math.max(1, (curve.length() - BREAK) / 2);
        line.setStyle("-fx-stroke-dash-array: " + half + " " + BREAK + " " + half + " 0;");
        Point2D middle = curve.at(0.5);
        rupture.setLayoutX(middle.getX());
        rupture.setLayoutY(middle.getY());
    }

    static void lay(CubicCurve line, Curve curve) {
        line.setStartX(curve.from().getX());
        line.setStartY(curve.from().getY());
        line.setControlX1(curve.leaving().getX());
        line.setControlY1(curve.leaving().getY());
        line.setControlX2(curve.arriving().getX());
        line.setControlY2(curve.arriving().getY());
        line.setEndX(curve.to().getX());
        line.setEndY(curve.to().getY());
    }

    void dim(boolean dimmed) {
        pseudoClassStateChanged(DIMMED, dimmed);
    }

    void select(boolean now) {
        if (now != selected) {
            selected = now;
            pseudoClassStateChanged(SELECTED, now);
            gather();
        }
    }

    void point(boolean now) {
        if (now != pointed) {
            pointed = now;
            pseudoClassStateChanged(HOVERED, now);
            gather();
        }
    }
}
