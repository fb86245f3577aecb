package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Note;
import dev.amalgam.ui.look.Colours;
import dev.amalgam.ui.picture.Pixels;
import dev.amalgam.ui.picture.Svg;
import dev.amalgam.ui.thread.UiThread;
import java.util.Collection;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Transform;

/**
 * All cards, wires and notes of a canvas as they look at 100 %, drawn apart from it: whole however little of them is in view, and
 * without what is selected or pointed at. For the UI thread only.
 */
public final class CanvasPicture {
    private static final double MARGIN = 32;

    /** Pixels per unit where they are few enough. */
    private static final double SCALE = 2;

    /** More than this no program likes to open. */
    private static final double MOST_PIXELS = 64e6;

    /** How long it is waited for previews that are being drawn; a canvas that never rests is drawn as it is then. */
    private static final int MOST_PULSES = 240;

    private final Colours colours = new Colours(() -> {});
    private final Group drawing = new Group();
    private final Pane root = new Pane(colours, drawing);
    private final Rectangle2D part;

    /** Begins to draw what the canvas shows now. @throws IllegalArgumentException where there is nothing on it */
    public CanvasPicture(CanvasView canvas) {
        Board board = canvas.scenery().board();
        Collection<Note> notes = canvas.notes().all().values();
        part = Boxes.around(Stream.concat(board.box().stream(), notes.stream().map(Notes::box)))
                .map(CanvasPicture::withMargin)
                .orElseThrow(() -> new IllegalArgumentException("an empty canvas has no picture"));
        for (Note note : notes) {
            NoteView view = new NoteView();
            view.show(note);
            view.select(false);
            view.relocate(note.at().x(), note.at().y());
            drawing.getChildren().add(view);
        }
        for (Link link : board.links()) {
            WireView wire = new WireView();
            wire.show(link);
            drawing.getChildren().add(wire);
        }
        for (Board.Placed placed : board.cards()) {
            CardView card = new CardView();
            card.show(placed);
            card.relocate(placed.at().x(), placed.at().y());
            drawing.getChildren().add(card);
        }
        root.getStyleClass().addAll("canvas", "scenery");
        new Scene(root).getStylesheets().setAll(canvas.getScene().getStylesheets());
    }

    private static Rectangle2D withMargin(Rectangle2D box) {
        return new Rectangle2D(
                box.getMinX() - MARGIN,
                box.getMinY() - MARGIN,
                box.getWidth() + 2 * MARGIN,
                box.getHeight() + 2 * MARGIN);
    }

    /** Calls {@code then} once all previews are drawn. */
    public void whenDrawn(Runnable then) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                root.applyCss();
                root.layout();
                if (pulses++ > 1 && UiThread.isIdle() || pulses > MOST_PULSES) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    /** As the bytes of a PNG file; a very large canvas has fewer pixels per unit. */
    public byte[] png() {
        double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (part.getWidth() * part.getHeight())));
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(colours.get("ground"));
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setViewport(new Rectangle2D(
                part.getMinX() * scale,
                part.getMinY() * scale,
                Math.ceil(part.getWidth() * scale),
                Math.ceil(part.getHeight() * scale)));
        return Pixels.png(drawing.snapshot(parameters, null));
    }

    /** As the text of an SVG file. */
    public String svg() {
        return Svg.of(drawing, part, colours.get("ground"));
    }
}
