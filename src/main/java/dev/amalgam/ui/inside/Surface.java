package dev.amalgam.ui.inside;

import dev.amalgam.desk.arrange.Area;
import dev.amalgam.desk.inside.Diagram;
import dev.amalgam.desk.inside.Diagram.Bend;
import dev.amalgam.desk.inside.Diagram.Card;
import dev.amalgam.desk.inside.Diagram.Content;
import dev.amalgam.desk.inside.Diagram.Frame;
import dev.amalgam.desk.inside.Diagram.Line;
import dev.amalgam.desk.inside.Diagram.Socket;
import dev.amalgam.desk.inside.Inside;
import dev.amalgam.desk.inside.Part;
import dev.amalgam.desk.inside.Part.Group;
import dev.amalgam.desk.inside.Part.Single;
import dev.amalgam.desk.inside.Part.Sort;
import dev.amalgam.desk.inside.Pick;
import dev.amalgam.desk.inside.Taps;
import dev.amalgam.tensor.Representation;
import dev.amalgam.ui.canvas.Camera;
import dev.amalgam.ui.look.Colours;
import dev.amalgam.ui.look.Fonts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Paints the inside as the camera sees it, by hand: there may be ten thousand cards. What is not seen costs nothing. */
final class Surface extends Canvas {
    /** Below that magnification nobody can read. */
    static final double READABLE = 0.42;

    /** Where a tensor leaves a card; a click there may miss by as much. */
    static final double SOCKET = 5;

    private static final double PAD = 10;
    private static final double ROUND = 8;
    private static final Font TITLE = Fonts.semiBold(Fonts.TEXT);
    private static final Font QUIET = Fonts.regular(Fonts.QUIET);

    private final Inside inside;
    private final Tapping tapping;
    private final Colours colours;
    private Diagram diagram = Diagram.EMPTY;

    Surface(Inside inside, Tapping tapping, Colours colours) {
        this.inside = inside;
        this.tapping = tapping;
        this.colours = colours;
        setMouseTransparent(true);
        setManaged(false);
    }

    void show(Diagram laid) {
        diagram = laid;
    }

    void paint(Camera camera, double width, double height, Pick pick) {
        setWidth(Math.max(1, width));
        setHeight(Math.max(1, height));
        GraphicsContext g = getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setTransform(camera.zoom(), 0, 0, camera.zoom(), camera.x(), camera.y());
        Rectangle2D seen = camera.seen(width, height);
        boolean reads = camera.zoom() >= READABLE;
        double pixel = 1 / camera.zoom();
        diagram.frames().stream()
                .filter(frame -> isSeen(frame.area(), seen))
                .forEach(frame -> frame(g, frame, pick, pixel));
        g.setLineJoin(javafx.scene.shape.StrokeLineJoin.ROUND);
        diagram.lines().stream().filter(line -> isSeen(line, seen)).forEach(line -> line(g, line, pick, pixel));
        diagram.cards().stream()
                .filter(card -> isSeen(card.area(), seen))
                .forEach(card -> card(g, card, pick, reads, pixel));
    }

    private static boolean isSeen(Area area, Rectangle2D seen) {
        return area.x() - 40 < seen.getMaxX()
                && area.right() + 40 > seen.getMinX()
                && area.y() - 12 < seen.getMaxY()
                && area.bottom() + 12 > seen.getMinY();
    }

    private static boolean isSeen(Line line, Rectangle2D seen) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = left;
        double bottom = right;
        for (Bend point : line.points()) {
            left = Math.min(left, point.x());
            right = Math.max(right, point.x());
            top = Math.min(top, point.y());
            bottom = Math.max(bottom, point.y());
        }
        return left < seen.getMaxX() && right > seen.getMinX() && top < seen.getMaxY() && bottom > seen.getMinY();
    }

    private void frame(GraphicsContext g, Frame frame, Pick pick, double pixel) {
        Area area = frame.area();
        boolean chosen = pick.equals(new Pick.Group(frame.group()));
        g.setFill(colours.get("panel").deriveColor(0, 1, 1, 0.55));
        g.fillRoundRect(area.x(), area.y(), area.width(), area.height(), 2 * ROUND, 2 * ROUND);
        g.setStroke(colours.get(chosen ? "accent" : "edge"));
        g.setLineWidth((chosen ? 2 : 1) * Math.max(1, pixel));
        g.strokeRoundRect(area.x(), area.y(), area.width(), area.height(), 2 * ROUND, 2 * ROUND);
        // The title of a frame is read from farther away than that of a card, as far as there is room for it.
        double scale = Math.clamp(pixel * 0.9, 1, 2);
        g.setFont(Fonts.semiBold(Math.rint(Fonts.QUIET * scale)));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(colours.get("quiet"));
        String title = Fonts.fit(PickWords.title(frame.group()), g.getFont(), area.width() - 2 * PAD);
        g.fillText(title, area.x() + PAD, area.y() + 17);
    }

    private void line(GraphicsContext g, Line line, Pick pick, double pixel) {
        boolean chosen =
                pick instanceof Pick.Tensor(String name) && line.tensors().contains(name);
        Optional<Color> tapped = line.tensors().stream()
                .flatMap(tensor -> tapping.tap(tensor).stream())
                .findFirst()
                .map(this::colour);
        g.setStroke(
                chosen
                        ? colours.get("accent")
                        : tapped.orElse(colours.get("quiet").deriveColor(0, 1, 1, 0.6)));
        g.setLineWidth((chosen ? 2.4 : tapped.isPresent() ? 1.8 : 1.1) * Math.max(1, pixel * 0.8));
        trace(g, line.points());
    }

    /** From point to point in curves that leave and arrive level; around corners in straight lines. */
    private static void trace(GraphicsContext g, List<Bend> points) {
        g.beginPath();
        g.moveTo(points.getFirst().x(), points.getFirst().y());
        for (int i = 1; i < points.size(); i++) {
            Bend from = points.get(i - 1);
            Bend to = points.get(i);
            if (to.corner()) {
                Bend next = points.get(i + 1);
                g.arcTo(to.x(), to.y(), next.x(), next.y(), 6);
            } else if (from.corner() || from.y() == to.y()) {
                g.lineTo(to.x(), to.y());
            } else {
                double reach = Math.max(12, Math.abs(to.x() - from.x()) / 2);
                g.bezierCurveTo(from.x() + reach, from.y(), to.x() - reach, to.y(), to.x(), to.y());
            }
        }
        g.stroke();
    }

    /** The colour of what a tap means. */
    private Color colour(Taps.Tap tap) {
        return tapping.meaning(tap).map(Representation::form).map(colours::get).orElse(colours.get("accent"));
    }

    private void card(GraphicsContext g, Card card, Pick pick, boolean reads, double pixel) {
        Area area = card.area();
        boolean chosen = pick.equals(Picks.of(card.content()));
        boolean end = !(card.content() instanceof Content.Of);
        double round = end ? area.height() : 2 * ROUND;
        g.setStroke(colours.get(chosen ? "accent" : "edge"));
        g.setLineWidth((chosen ? 2 : 1) * Math.max(1, pixel * 0.8));
        if (card.content() instanceof Content.Of(Part part) && part instanceof Group group) {
            stack(g, area, group.sort() == Sort.REPEAT ? 2 : 1, round);
        }
        g.setFill(colours.get(end ? "panel" : "card"));
        g.fillRoundRect(area.x(), area.y(), area.width(), area.height(), round, round);
        g.strokeRoundRect(area.x(), area.y(), area.width(), area.height(), round, round);
        if (reads) {
            words(g, card);
        }
        if (pixel < 4) {
            card.sockets().forEach(socket -> socket(g, socket, reads));
        }
    }

    /** Cards behind a card: there is more than one. */
    private void stack(GraphicsContext g, Area area, int behind, double round) {
        g.setFill(colours.get("card"));
        for (int i = behind; i > 0; i--) {
            double off = 3.0 * i;
            g.fillRoundRect(area.x() + off, area.y() + off, area.width(), area.height(), round, round);
            g.strokeRoundRect(area.x() + off, area.y() + off, area.width(), area.height(), round, round);
        }
    }

    private void words(GraphicsContext g, Card card) {
        Area area = card.area();
        double room = area.width() - 2 * PAD;
        String title = title(card.content());
        String about = about(card.content());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(TITLE);
        g.setFill(colours.get("text"));
        boolean two = !about.isEmpty() && area.height() > 40;
        g.fillText(Fonts.fit(title, TITLE, room), area.x() + PAD, area.y() + (two ? 15 : area.height() / 2));
        if (two) {
            g.setFont(QUIET);
            g.setFill(colours.get("quiet"));
            g.fillText(Fonts.fit(about, QUIET, room), area.x() + PAD, area.y() + 32);
        }
    }

    private String title(Content content) {
        return switch (content) {
            case Content.Of(Single(int operator, String _)) ->
                inside.operator(operator).type();
            case Content.Of(Group group) -> PickWords.title(group);
            case Content.Input(String tensor) -> tensor;
            case Content.Output(String tensor) -> tensor;
        };
    }

    private String about(Content content) {
        return switch (content) {
            case Content.Of(Single(int operator, String _)) ->
                inside.operator(operator).outputs().stream()
                        .findFirst()
                        .map(tapping::typeText)
                        .orElse("");
            case Content.Of(Group group) -> PickWords.about(group);
            case Content.Input _, Content.Output _ -> "";
        };
    }

    private void socket(GraphicsContext g, Socket socket, boolean reads) {
        Optional<Taps.Tap> tap = tapping.tap(socket.tensor());
        double size = tap.isPresent() ? SOCKET : SOCKET - 1.5;
        g.setFill(tap.map(this::colour).orElse(colours.get("ground")));
        g.fillOval(socket.at().x() - size, socket.at().y() - size, 2 * size, 2 * size);
        g.setStroke(tap.map(this::colour).orElse(colours.get("quiet")));
        g.strokeOval(socket.at().x() - size, socket.at().y() - size, 2 * size, 2 * size);
        if (tap.isPresent() && reads) {
            g.setFont(QUIET);
            g.setTextAlign(TextAlignment.LEFT);
            g.setTextBaseline(VPos.BOTTOM);
            g.setFill(colour(tap.get()));
            g.fillText(tap.get().port(), socket.at().x() + 2, socket.at().y() - 7);
        }
    }
}
