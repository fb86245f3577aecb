package dev.amalgam.ui.canvas;

import javafx.geometry.Bounds;
import javafx.scene.control.Label;

/** A few words near the pointer: what is there or, while a wire is drawn, why it does not fit. */
final class Hint extends Label {
    private static final double MOST = 380;
    private static final double AWAY = 16;

    Hint() {
        getStyleClass().add("hint");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        setWrapText(true);
        setMaxWidth(MOST);
    }

    /**
     * Shows words near a point of the view, within its bounds.
     *
     * @param warning whether they say that something is wrong
     */
    void show(String words, boolean warning, double x, double y, Bounds within) {
        setText(words);
        getStyleClass().remove("warning");
        if (warning) {
            getStyleClass().add("warning");
        }
        applyCss();
        double width = Math.min(MOST, Math.ceil(prefWidth(-1)));
        double height = Math.ceil(prefHeight(width));
        double left = Math.min(x + AWAY, within.getWidth() - width - 8);
        double top = y + AWAY + height > within.getHeight() - 8 ? y - AWAY / 2 - height : y + AWAY;
        resizeRelocate(Math.max(8, Math.rint(left)), Math.max(8, Math.rint(top)), width, height);
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }
}
