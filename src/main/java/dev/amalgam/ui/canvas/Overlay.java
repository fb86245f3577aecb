package dev.amalgam.ui.canvas;

import dev.amalgam.ui.search.FocusArea;
import dev.amalgam.ui.search.Picker;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;

/** What stands over the canvas for a moment, such as a list to choose from: one thing at a time. */
final class Overlay {
    private final CanvasView canvas;
    private final List<Node> place;
    private Optional<Node> shown = Optional.empty();

    /** @param place the children of the canvas */
    Overlay(CanvasView canvas, List<Node> place) {
        this.canvas = canvas;
        this.place = place;
    }

    /** Opens a list at a point of the view; {@code afterwards} is called when it is closed, before what was chosen is told. */
    void open(Picker<?> picker, Point2D at, Runnable afterwards) {
        picker.onClosed(() -> {
            remove(picker);
            afterwards.run();
        });
        show(picker);
        picker.open(at.getX(), at.getY(), canvas.getLayoutBounds());
    }

    private void show(Node node) {
        shown.ifPresent(this::remove);
        place.add(node);
        shown = Optional.of(node);
        node.applyCss();
    }

    /** Where it had the focus, the canvas gets it. */
    private void remove(Node node) {
        boolean focused = FocusArea.hasFocus(node);
        if (place.remove(node)) {
            shown = shown.filter(it -> it != node);
        }
        if (focused) {
            canvas.cover().<Node>map(Cover::view).orElse(canvas).requestFocus();
        }
    }
}
