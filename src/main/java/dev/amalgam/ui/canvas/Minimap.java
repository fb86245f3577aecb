package dev.amalgam.ui.canvas;

import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.look.Colours;
import dev.amalgam.ui.text.Texts;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** The whole amalgamation in a corner, with the part that is seen; a click or drag goes there. */
final class Minimap extends StackPane {
    static final double WIDTH = 148;
    static final double HEIGHT = 76;

    private final Canvas canvas = new Canvas(WIDTH - 2, HEIGHT - 2);
    private final Colours colours;
    private Rectangle2D whole = Rectangle2D.EMPTY;
    private double scale = 1;

    /** @param goTo takes the point of the world that was clicked */
    Minimap(Colours colours, Consumer<Point2D> goTo) {
        this.colours = colours;
        getStyleClass().add("minimap");
        setAccessibleText(Texts.get("canvas.overview"));
        getChildren().add(canvas);
        setManaged(false);
        addEventHandler(MouseEvent.ANY, event -> follow(event, goTo));
    }

    private void follow(MouseEvent event, Consumer<Point2D> goTo) {
        boolean goes =
                event.getEventType() == MouseEvent.MOUSE_PRESSED || event.getEventType() == MouseEvent.MOUSE_DRAGGED;
        if (goes && event.getButton() == MouseButton.PRIMARY) {
            goTo.accept(new Point2D(whole.getMinX() + event.getX() / scale, whole.getMinY() + event.getY() / scale));
        }
        event.consume();
    }

    void paint(Board board, Rectangle2D seen, Set<NodeId> selected) {
        whole = around(board.box().map(box -> union(box, seen)).orElse(seen));
        scale = WIDTH / whole.getWidth();
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, WIDTH, HEIGHT);
        for (Board.Placed placed : board.cards()) {
            g.setFill(colours.get(selected.contains(placed.card().id()) ? "accent" : "edge"));
            Rectangle2D box = placed.box();
            g.fillRect(x(box.getMinX()), y(box.getMinY()), size(box.getWidth()), size(box.getHeight()));
        }
        g.setStroke(colours.get("quiet"));
        g.setLineWidth(1);
        g.strokeRect(
                x(seen.getMinX()) + 0.5,
                y(seen.getMinY()) + 0.5,
                size(seen.getWidth()) - 1,
                size(seen.getHeight()) - 1);
    }

    private double x(double worldX) {
        return Math.rint((worldX - whole.getMinX()) * scale);
    }

    private double y(double worldY) {
        return Math.rint((worldY - whole.getMinY()) * scale);
    }

    private double size(double world) {
        return Math.max(2, Math.rint(world * scale));
    }

    /** With a margin, and in the proportions of the map. */
    private static Rectangle2D around(Rectangle2D part) {
        double width = Math.max(part.getWidth() * 1.08, part.getHeight() * 1.08 * WIDTH / HEIGHT);
        double height = width * HEIGHT / WIDTH;
        double x = part.getMinX() + (part.getWidth() - width) / 2;
        double y = part.getMinY() + (part.getHeight() - height) / 2;
        return new Rectangle2D(x, y, width, height);
    }

    private static Rectangle2D union(Rectangle2D a, Rectangle2D b) {
        double left = Math.min(a.getMinX(), b.getMinX());
        double top = Math.min(a.getMinY(), b.getMinY());
        double right = Math.max(a.getMaxX(), b.getMaxX());
        double bottom = Math.max(a.getMaxY(), b.getMaxY());
        return new Rectangle2D(left, top, right - left, bottom - top);
    }
}
