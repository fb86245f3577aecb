package dev.amalgam.ui.canvas;

import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.look.Colours;
import dev.amalgam.ui.text.Texts;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/**
 * The whole amalgamation in a corner, with the part that is seen. A click goes there; the frame can be dragged. The cards are
 * painted into pixels by hand: thousands of them in each pulse would be too many for anything else.
 */
final class Minimap extends StackPane {
    static final double WIDTH = 148;
    static final double HEIGHT = 76;

    private static final int COLUMNS = (int) WIDTH - 2;
    private static final int ROWS = (int) HEIGHT - 2;

    private final Colours colours;
    private final IntBuffer pixels = IntBuffer.allocate(COLUMNS * ROWS);
    private final PixelBuffer<IntBuffer> picture =
            new PixelBuffer<>(COLUMNS, ROWS, pixels, PixelFormat.getIntArgbPreInstance());
    private final Rectangle frame = new Rectangle();
    private Rectangle2D whole = Rectangle2D.EMPTY;
    private Rectangle2D seen = Rectangle2D.EMPTY;
    private Optional<Point2D> held = Optional.empty();
    private Painted painted = new Painted(Board.EMPTY, Set.of(), whole, 0, 0);

    /** @param goTo takes the point of the world that the view should have in its middle */
    Minimap(Colours colours, Consumer<Point2D> goTo) {
        this.colours = colours;
        getStyleClass().add("minimap");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Texts.get("canvas.overview"));
        frame.getStyleClass().add("minimap-frame");
        frame.setManaged(false);
        getChildren().addAll(new ImageView(new WritableImage(picture)), frame);
        setManaged(false);
        addEventHandler(MouseEvent.ANY, event -> follow(event, goTo));
    }

    private void follow(MouseEvent event, Consumer<Point2D> goTo) {
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        Point2D at = new Point2D(whole.getMinX() + event.getX() / scale(), whole.getMinY() + event.getY() / scale());
        if (primary && event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            // Where the frame is grabbed it stays in hand; elsewhere it comes to the pointer first.
            held = Optional.of(seen.contains(at) ? Boxes.middle(seen).subtract(at) : Point2D.ZERO);
        } else if (primary && event.getEventType() == MouseEvent.MOUSE_RELEASED) {
            held = Optional.empty();
        }
        held.ifPresent(offset -> goTo.accept(at.add(offset)));
        event.consume();
    }

    private double scale() {
        return WIDTH / whole.getWidth();
    }

    /** Shows these cards and what is in view of them; paints only what is not on the map yet. */
    void show(Board board, Rectangle2D nowSeen, Set<NodeId> selected) {
        frame(board, nowSeen);
        Painted wanted = new Painted(board, selected, whole, argb(colours.get("edge")), argb(colours.get("accent")));
        if (!wanted.equals(painted)) {
            painted = new Painted(board, Set.copyOf(selected), whole, wanted.plain(), wanted.accent());
            paint(painted);
        }
    }

    /** What the map shows; a board is equal only to itself. */
    private record Painted(Board board, Set<NodeId> selected, Rectangle2D whole, int plain, int accent) {}

    private void frame(Board board, Rectangle2D nowSeen) {
        seen = nowSeen;
        // While the frame is in hand the map stands still under it.
        if (held.isEmpty()) {
            whole = fitting(board.box().map(box -> Boxes.union(box, seen)).orElse(seen));
        }
        frame.setX(x(seen.getMinX()) + 1.5);
        frame.setY(y(seen.getMinY()) + 1.5);
        frame.setWidth(size(seen.getWidth()) - 1);
        frame.setHeight(size(seen.getHeight()) - 1);
    }

    private void paint(Painted what) {
        Arrays.fill(pixels.array(), 0);
        for (Board.Placed card : what.board().cards()) {
            fill(card.box(), what.selected().contains(card.card().id()) ? what.accent() : what.plain());
        }
        picture.updateBuffer(_ -> null);
    }

    private void fill(Rectangle2D box, int colour) {
        int left = Math.clamp(x(box.getMinX()), 0, COLUMNS);
        int right = Math.clamp(left + size(box.getWidth()), 0, COLUMNS);
        int top = Math.clamp(y(box.getMinY()), 0, ROWS);
        int bottom = Math.clamp(top + size(box.getHeight()), 0, ROWS);
        for (int row = top; row < bottom; row++) {
            Arrays.fill(pixels.array(), row * COLUMNS + left, row * COLUMNS + right, colour);
        }
    }

    private static int argb(Color colour) {
        return 0xff << 24
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }

    private int x(double worldX) {
        return (int) Math.rint((worldX - whole.getMinX()) * scale());
    }

    private int y(double worldY) {
        return (int) Math.rint((worldY - whole.getMinY()) * scale());
    }

    private int size(double world) {
        return (int) Math.max(2, Math.rint(world * scale()));
    }

    /** With a margin, and in the proportions of the map. */
    private static Rectangle2D fitting(Rectangle2D part) {
        double width = Math.max(part.getWidth() * 1.08, part.getHeight() * 1.08 * WIDTH / HEIGHT);
        double height = width * HEIGHT / WIDTH;
        Point2D middle = Boxes.middle(part);
        return new Rectangle2D(middle.getX() - width / 2, middle.getY() - height / 2, width, height);
    }
}
