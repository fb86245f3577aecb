package dev.amalgam.ui.preview;

import dev.amalgam.ui.look.Fonts;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** A pane of a fixed size on which a preview places its nodes itself. */
abstract class Plate extends Pane {
    /** Previews are looked up, not read like prose. */
    static final Font FONT = Fonts.regular(Fonts.QUIET);

    final double width;
    final double height;

    Plate(double width, double height, String says) {
        this.width = width;
        this.height = height;
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        resize(width, height);
        getStyleClass().add("preview");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(says);
    }

    /** Adds a line of text, centred vertically on {@code y} and shortened to {@code room} pixels. */
    final Text line(String words, double x, double y, double room, String... styles) {
        Text text = new Text(Fonts.fit(words, FONT, room));
        text.setFont(FONT);
        text.setTextOrigin(VPos.CENTER);
        text.setX(x);
        text.setY(y);
        text.getStyleClass().add("preview-text");
        text.getStyleClass().addAll(styles);
        getChildren().add(text);
        return text;
    }

    /** Like {@link #line}, but ending at {@code right}. */
    final void lineEndingAt(String words, double right, double y, double room, String... styles) {
        Text text = line(words, 0, y, room, styles);
        text.setX(Math.rint(right - text.getLayoutBounds().getWidth()));
    }
}
