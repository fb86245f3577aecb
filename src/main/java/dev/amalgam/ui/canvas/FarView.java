package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Reading;
import dev.amalgam.graph.NodeId;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.ui.look.Colours;
import dev.amalgam.ui.look.Fonts;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.preview.Pictures;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;

/** The simplified painting of many cards from afar: boxes, wires and pictures; names only where there are few. */
final class FarView extends Canvas {
    private static final int MOST_NAMES = 150;
    private static final double DIMMED = 0.28;
    private static final double CHARACTER = 6.2;

    private final Colours colours;

    /** Where the painting begins: in pixels at its zoom, from the world's origin. */
    private Point2D corner = Point2D.ZERO;

    FarView(Colours colours) {
        this.colours = colours;
        setMouseTransparent(true);
    }

    /** Paints a part of the world as large as the camera shows it. */
    void paint(Board board, Camera camera, Set<NodeId> selected, Related related, Rectangle2D part) {
        corner = new Point2D(Math.floor(part.getMinX() * camera.zoom()), Math.floor(part.getMinY() * camera.zoom()));
        setWidth(Math.ceil(part.getWidth() * camera.zoom()) + 1);
        setHeight(Math.ceil(part.getHeight() * camera.zoom()) + 1);
        GraphicsContext g = getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setTransform(camera.zoom(), 0, 0, camera.zoom(), -corner.getX(), -corner.getY());
        wires(g, board, related, part, camera.zoom());
        Collection<Board.Placed> cards =
                board.cards().stream().filter(it -> it.box().intersects(part)).toList();
        cards.forEach(it -> {
            g.setGlobalAlpha(related.has(it.card().id()) ? 1 : DIMMED);
            card(g, it, selected.contains(it.card().id()), camera.zoom());
        });
        g.setGlobalAlpha(1);
        if (cards.size() <= MOST_NAMES) {
            g.setTransform(1, 0, 0, 1, 0, 0);
            g.setFont(Fonts.regular(Fonts.QUIET * TextScale.factor()));
            g.setTextBaseline(VPos.TOP);
            g.setFill(colours.get("text"));
            cards.forEach(it -> name(g, it, camera.zoom()));
        }
    }

    /** Follows the camera without painting anew. */
    void shift(Camera camera) {
        setTranslateX(Math.rint(camera.x() + corner.getX()));
        setTranslateY(Math.rint(camera.y() + corner.getY()));
    }

    private void wires(GraphicsContext g, Board board, Related related, Rectangle2D seen, double zoom) {
        Map<Form, Color> byForm = new EnumMap<>(Form.class);
        Color unknown = colours.get("quiet");
        g.setLineWidth(1.5 / zoom);
        for (Link link : board.links()) {
            Curve curve = link.curve();
            if (curve.box().intersects(seen)) {
                g.setGlobalAlpha(related.has(link.wire()) ? 1 : DIMMED);
                g.setStroke(link.representation()
                        .map(it -> byForm.computeIfAbsent(it.form(), colours::get))
                        .orElse(unknown));
                g.beginPath();
                g.moveTo(curve.from().getX(), curve.from().getY());
                g.bezierCurveTo(
                        curve.from().getX() + curve.reach(),
                        curve.from().getY(),
                        curve.to().getX() - curve.reach(),
                        curve.to().getY(),
                        curve.to().getX(),
                        curve.to().getY());
                g.stroke();
            }
        }
    }

    private void card(GraphicsContext g, Board.Placed placed, boolean selected, double zoom) {
        Rectangle2D box = placed.box();
        double line = (selected ? 2 : 1) / zoom;
        g.setFill(edge(placed, selected));
        g.fillRect(box.getMinX() - line, box.getMinY() - line, box.getWidth() + 2 * line, box.getHeight() + 2 * line);
        g.setFill(colours.get("card"));
        g.fillRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        placed.card().look().tint().ifPresent(tint -> {
            g.setFill(colours.get(tint));
            g.fillRect(box.getMinX(), box.getMinY(), box.getWidth(), 8);
        });
        placed.layout().preview().ifPresent(slot -> preview(g, placed, slot));
    }

    private Color edge(Board.Placed placed, boolean selected) {
        return selected ? colours.get("accent") : colours.get(placed.card().broken() ? "bad" : "edge");
    }

    private void preview(GraphicsContext g, Board.Placed placed, Rectangle2D slot) {
        double x = placed.at().x() + slot.getMinX();
        double y = placed.at().y() + slot.getMinY();
        Reading reading = placed.known().state().reading().orElse(null);
        if (reading instanceof Reading.Picture picture) {
            Image image = Pictures.image(picture.pixels(), slot.getWidth());
            double scale = Math.min(slot.getWidth() / image.getWidth(), slot.getHeight() / image.getHeight());
            double w = image.getWidth() * scale;
            double h = image.getHeight() * scale;
            g.drawImage(image, x + (slot.getWidth() - w) / 2, y + (slot.getHeight() - h) / 2, w, h);
        } else {
            g.setFill(colours.get(placed.card().slot().form()).deriveColor(0, 1, 1, 0.35));
            g.fillRect(x, y, slot.getWidth(), slot.getHeight());
        }
    }

    private void name(GraphicsContext g, Board.Placed placed, double zoom) {
        Rectangle2D box = placed.box();
        int room = (int) ((box.getWidth() * zoom - 8) / (CHARACTER * TextScale.factor()));
        String name = placed.card().id().name();
        if (room >= 3) {
            String shown = name.length() <= room ? name : name.substring(0, room - 1) + "…";
            double x = box.getMinX() * zoom - corner.getX();
            double y = box.getMinY() * zoom - corner.getY();
            g.fillText(shown, Math.rint(x) + 4, Math.rint(y) + 3);
        }
    }
}
