package dev.amalgam.ui.preview;

import dev.amalgam.desk.Reading;
import dev.amalgam.tensor.Representation.Form;
import javafx.scene.layout.Pane;

/**
 * Draws readings. What comes back is a light node of exactly the size asked for, sharp on screens of twice the density; it
 * never changes, so that a new reading wants a new node. Style classes are in {@code canvas.css}. For any thread: JavaFX lets
 * nodes be made anywhere as long as no window shows them.
 */
public final class Previews {
    private Previews() {}

    /** A reading in the colour that its case usually has. */
    public static Pane of(Reading reading, double width, double height) {
        return of(reading, usualForm(reading), width, height);
    }

    /**
     * A reading in the colour of a form of representation.
     *
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     */
    public static Pane of(Reading reading, Form form, double width, double height) {
        double w = Math.max(1, width);
        double h = Math.max(1, height);
        return switch (reading) {
            case Reading.Picture picture -> new PicturePreview(picture, w, h);
            case Reading.Overlay overlay -> new OverlayPreview(overlay, w, h);
            case Reading.Boxes boxes -> new BoxesPreview(boxes, w, h);
            case Reading.Keypoints points -> new KeypointsPreview(points, w, h);
            case Reading.Ranking ranking -> new RankingPreview(ranking, form, w, h);
            case Reading.Switches switches -> new SwitchesPreview(switches, form, w, h);
            case Reading.Mosaic mosaic -> new MosaicPreview(mosaic, form, w, h);
            case Reading.Strip strip -> new StripPreview(strip, form, w, h);
            case Reading.Bars bars -> new BarsPreview(bars, form, w, h);
            case Reading.Field field -> FieldPreview.of(field, form, w, h);
            case Reading.Reduced reduced -> FieldPreview.of(reduced, form, w, h);
            case Reading.Spread spread -> new HistogramPreview(spread.histogram(), form, w, h);
            case Reading.Neighbours near -> new NeighboursPreview(near, form, w, h);
            case Reading.Scatter scatter -> new ScatterPreview(scatter, form, w, h);
            case Reading.Wave wave -> new WavePreview(wave, form, w, h);
            case Reading.Text text -> new TextPreview(text, w, h);
            case Reading.Numbers numbers -> new NumbersPreview(numbers, w, h);
        };
    }

    static Form usualForm(Reading reading) {
        return switch (reading) {
            case Reading.Picture _, Reading.Wave _, Reading.Numbers _, Reading.Spread _ -> Form.RAW;
            case Reading.Overlay _, Reading.Boxes _, Reading.Keypoints _, Reading.Text _ -> Form.STRUCTURED;
            case Reading.Ranking _ -> Form.SOFT;
            case Reading.Switches _ -> Form.HARD;
            case Reading.Mosaic _, Reading.Field _, Reading.Reduced _ -> Form.ENCODING;
            case Reading.Strip _, Reading.Neighbours _, Reading.Scatter _ -> Form.EMBEDDING;
            case Reading.Bars _ -> Form.LOGITS;
        };
    }
}
