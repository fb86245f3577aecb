package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Reading;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Wire;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.ui.look.Colours;
import dev.amalgam.ui.look.Fonts;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.preview.Pictures;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;

/**
 * The simplified painting of many cards from afar: boxes, wires and pictures; names only where there are few. Cards that are
 * being dragged are painted by themselves, above the others, so that those stay as they are.
 */
final class FarView extends Group {
    private static final int MOST_NAMES = 150;
    private static final double DIMMED = 0.28;
    private static final double CHARACTER = 6.2;

    /** Where a wire is shorter, in pixels, nobody sees that it is straight. */
    private static final double SHORT = 24;

    private final Colours colours;
    private final Canvas ground = new Canvas();
    private final Canvas hand = new Canvas();

    /** Where the painting begins: in pixels at its zoom, from the world's origin. */
    private Point2D corner = Point2D.ZERO;

    private Rectangle2D part = Rectangle2D.EMPTY;
    private Map<NodeId, Warmth> warmth = Map.of();

    FarView(Colours colours) {
        this.colours = colours;
        setMouseTransparent(true);
        getChildren().addAll(ground, hand);
    }

    /** Paints a part of the world as large as the camera shows it, without the cards that are lifted and the wires that bend. */
    void paint(
            Board board,
            Set<NodeId> lifted,
            Camera camera,
            Set<NodeId> selected,
            Related related,
            Rectangle2D whichPart) {
        part = whichPart;
        corner = new Point2D(Math.floor(part.getMinX() * camera.zoom()), Math.floor(part.getMinY() * camera.zoom()));
        ground.setWidth(Math.ceil(part.getWidth() * camera.zoom()) + 1);
        ground.setHeight(Math.ceil(part.getHeight() * camera.zoom()) + 1);
        Set<Wire> bent = lifted.stream().flatMap(board::bent).collect(Collectors.toSet());
        Stream<Link> links = board.links().stream().filter(it -> !bent.contains(it.wire()));
        Stream<Board.Placed> cards =
                board.cards().stream().filter(it -> !lifted.contains(it.card().id()));
        paint(ground, links, cards, camera, selected, related);
    }

    /** Paints the lifted cards and the wires that bend with them. */
    void lift(Board board, Set<NodeId> lifted, Camera camera, Set<NodeId> selected, Related related) {
        hand.setVisible(!lifted.isEmpty());
        if (hand.isVisible()) {
            hand.setWidth(ground.getWidth());
            hand.setHeight(ground.getHeight());
            Stream<Link> links =
                    lifted.stream().flatMap(board::bent).distinct().flatMap(wire -> board.link(wire).stream());
            Stream<Board.Placed> cards = lifted.stream().flatMap(id -> board.card(id).stream());
            paint(hand, links, cards, camera, selected, related);
        }
    }

    private void paint(
            Canvas canvas,
            Stream<Link> links,
            Stream<Board.Placed> all,
            Camera camera,
            Set<NodeId> selected,
            Related related) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setTransform(camera.zoom(), 0, 0, camera.zoom(), -corner.getX(), -corner.getY());
        wires(g, links, related, camera.zoom());
        List<Board.Placed> cards = all.filter(it -> it.box().intersects(part)).toList();
        for (Board.Placed card : cards) {
            g.setGlobalAlpha(related.has(card.card().id()) ? 1 : DIMMED);
            card(g, card, selected.contains(card.card().id()), camera.zoom());
        }
        g.setGlobalAlpha(1);
        if (cards.size() <= MOST_NAMES) {
            g.setTransform(1, 0, 0, 1, 0, 0);
            g.setFont(Fonts.regular(Fonts.QUIET * TextScale.factor()));
            g.setTextBaseline(VPos.TOP);
            g.setFill(colours.get("text"));
            cards.forEach(it -> name(g, it, camera.zoom()));
        }
    }

    /** Shows over the cards what their nodes take, from the next painting on. */
    void warm(Map<NodeId, Warmth> byNode) {
        warmth = byNode;
    }

    /** Follows the camera without painting anew. */
    void shift(Camera camera) {
        setTranslateX(Math.rint(camera.x() + corner.getX()));
        setTranslateY(Math.rint(camera.y() + corner.getY()));
    }

    private void wires(GraphicsContext g, Stream<Link> links, Related related, double zoom) {
        Map<Form, Color> byForm = new EnumMap<>(Form.class);
        Color unknown = colours.get("quiet");
        g.setLineWidth(1.5 / zoom);
        links.filter(it -> it.curve().box().intersects(part)).forEach(link -> {
            g.setGlobalAlpha(related.has(link.wire()) ? 1 : DIMMED);
            g.setStroke(link.representation()
                    .map(it -> byForm.computeIfAbsent(it.form(), colours::get))
                    .orElse(unknown));
            wire(g, link.curve(), SHORT / zoom);
        });
    }

    private static void wire(GraphicsContext g, Curve curve, double straight) {
        Point2D from = curve.from();
        Point2D to = curve.to();
        if (from.distance(to) < straight) {
            g.strokeLine(from.getX(), from.getY(), to.getX(), to.getY());
        } else {
            Point2D leaving = curve.leaving();
            Point2D arriving = curve.arriving();
            g.beginPath();
            g.moveTo(from.getX(), from.getY());
            g.bezierCurveTo(leaving.getX(), leaving.getY(), arriving.getX(), arriving.getY(), to.getX(), to.getY());
            g.stroke();
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
        Warmth warm = warmth.get(placed.card().id());
        if (warm != null) {
            g.setFill(colours.get("heat").deriveColor(0, 1, 1, CardHeat.opacity(warm.share())));
            g.fillRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        }
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
