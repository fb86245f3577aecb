package dev.amalgam.ui.canvas;

import dev.amalgam.ui.look.TextScale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
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
        setContentDisplay(ContentDisplay.BOTTOM);
        setGraphicTextGap(6);
        setWrapText(true);
        maxWidthProperty().bind(TextScale.length(MOST));
    }

    /** Shows words, and below them a picture of a value where there is one. */
    void show(String words, Optional<Node> picture, double x, double y, Bounds within) {
        setGraphic(picture.orElse(null));
        place(words, false, x, y, within);
    }

    /**
     * Shows words near a point of the view, within its bounds.
     *
     * @param warning whether they say that something is wrong
     */
    void show(String words, boolean warning, double x, double y, Bounds within) {
        setGraphic(null);
        place(words, warning, x, y, within);
    }

    private void place(String words, boolean warning, double x, double y, Bounds within) {
        setText(words);
        getStyleClass().remove("warning");
        if (warning) {
            getStyleClass().add("warning");
        }
        applyCss();
        double width = Math.min(getMaxWidth(), Math.ceil(prefWidth(-1)));
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
