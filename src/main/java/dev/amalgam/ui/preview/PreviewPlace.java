package dev.amalgam.ui.preview;

import dev.amalgam.desk.Reading;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.ui.look.Styles;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.thread.UiThread;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;

/**
 * Where the preview of a reading stands. It is made off the UI thread; until it is ready, what was there before stays. A
 * reading that says the same as the one that is shown is not drawn again. For the UI thread only.
 */
public final class PreviewPlace extends StackPane {
    private record Drawing(Reading reading, Form form, double width, double height, double text) {}

    /** Shorter than it takes to hand it to another thread and to wait for the next pulse. */
    private static final long QUICK_NANOS = 1_000_000;

    /** A drawing, and how long it took to make. */
    private record Drawn(Node node, long nanos) {}

    private final Scope scope;
    private Optional<Drawing> wanted = Optional.empty();
    /** What kind of reading can be drawn at once here, because the last was drawn in no time. */
    private Optional<Class<?>> quick = Optional.empty();

    /** What magnifies what is drawn here. */
    public enum Scope {
        /** The canvas, which magnifies all of a card. */
        CARD,
        /** Nothing does, so that text in the preview has to follow the text scale by itself. */
        PANEL
    }

    /** A place with nothing in it, as small as need be. */
    public PreviewPlace(Scope scope) {
        this.scope = scope;
        setMinSize(0, 0);
    }

    /** Shows a reading soon, in the colour that its case usually has. */
    public void show(Reading reading, double width, double height) {
        show(reading, Previews.usualForm(reading), width, height);
    }

    /**
     * Shows a reading soon, in the colour of a form of representation.
     *
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     */
    public void show(Reading reading, Form form, double width, double height) {
        Drawing next = new Drawing(reading, form, width, height, TextScale.factor());
        if (wanted.equals(Optional.of(next))) {
            return;
        }
        wanted = Optional.of(next);
        if (quick.equals(Optional.of(reading.getClass())) && UiThread.hasTime()) {
            put(next, draw(next));
        } else {
            UiThread.draw(this, () -> draw(next), drawn -> put(next, drawn));
        }
    }

    private Drawn draw(Drawing drawing) {
        double scale = scale(drawing.reading());
        long start = System.nanoTime();
        Node node = Previews.of(drawing.reading(), drawing.form(), drawing.width() / scale, drawing.height() / scale);
        return new Drawn(scale == 1 ? node : magnified(node, scale), System.nanoTime() - start);
    }

    /** Unless something else was put here meanwhile that did not have to be drawn. */
    private void put(Drawing drawing, Drawn drawn) {
        quick = Optional.<Class<?>>of(drawing.reading().getClass()).filter(_ -> drawn.nanos() < QUICK_NANOS);
        if (wanted.filter(now -> now == drawing).isPresent()) {
            put(drawn.node());
        }
    }

    /** Pictures have no text, and would only be blurred. */
    private double scale(Reading reading) {
        return switch (reading) {
            case Reading.Picture _, Reading.Overlay _, Reading.Mosaic _ -> 1;
            default -> scope == Scope.PANEL ? TextScale.factor() : 1;
        };
    }

    private static Node magnified(Node drawn, double scale) {
        drawn.getTransforms().add(new Scale(scale, scale));
        return new Group(drawn);
    }

    private void put(Node... others) {
        getChildren().setAll(others);
        Styles.applyNow(this);
    }

    /** Shows something else at once, and no reading any more. */
    public void replace(Node... others) {
        wanted = Optional.empty();
        put(others);
    }
}
