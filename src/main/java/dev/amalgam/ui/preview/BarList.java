package dev.amalgam.ui.preview;

import dev.amalgam.desk.Figures;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.ui.look.Fonts;
import dev.amalgam.ui.look.Glyph;
import javafx.scene.shape.Rectangle;

/** Rows of bars with a label over the bar and the figure to its right. */
abstract class BarList extends Plate {
    private static final double GAP = 3;
    private static final double LEAST = 15;
    private static final double MOST = 21;
    private static final double FIGURE = Fonts.width("<0.01", FONT) + 8;

    private final Form form;
    private final int rows;
    private final double pitch;

    BarList(int wanted, Form form, double width, double height, String says) {
        super(width, height, says);
        this.form = form;
        int fit = Math.max(1, (int) ((height + GAP) / (LEAST + GAP)));
        this.rows = Math.min(wanted, fit);
        this.pitch = Math.clamp(Math.floor((height + GAP) / Math.max(1, rows)), LEAST + GAP, MOST + GAP);
    }

    /** A probability or a cosine with two decimals, anything larger with three figures. */
    static String score(double value) {
        return Math.abs(value) <= 1.0001 ? Figures.score(value) : Figures.number(value);
    }

    /** How many rows there is room for. */
    final int rows() {
        return rows;
    }

    final double top(int row) {
        return row * pitch;
    }

    final double barHeight() {
        return pitch - GAP;
    }

    /** How long the longest bar is. */
    final double track() {
        return Math.max(1, width - FIGURE);
    }

    /**
     * One row.
     *
     * @param share how much of the track is filled, from 0 to 1
     */
    final void row(int row, String label, double share, String figure, String... styles) {
        rectangle(row, track(), "bar-track");
        double length = Math.max(2, Math.rint(Math.clamp(share, 0, 1) * track()));
        Rectangle bar = rectangle(row, length, "bar");
        bar.getStyleClass().add(Glyph.styleClass(form));
        bar.getStyleClass().addAll(styles);
        double middle = top(row) + barHeight() / 2;
        line(label, 6, middle, track() - 10, styles);
        lineEndingAt(figure, width, middle, FIGURE - 2, styles);
    }

    private Rectangle rectangle(int row, double length, String style) {
        Rectangle rectangle = new Rectangle(0, top(row), length, barHeight());
        rectangle.setArcWidth(4);
        rectangle.setArcHeight(4);
        rectangle.getStyleClass().add(style);
        getChildren().add(rectangle);
        return rectangle;
    }
}
