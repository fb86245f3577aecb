package dev.amalgam.ui.preview;

import dev.amalgam.desk.Reading;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.text.Texts;
import java.util.Locale;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** Sound over time: how far it swings within each pixel, a lane for each channel. */
final class WavePreview extends Plate {
    /** More lanes than that nobody can tell apart. */
    private static final int MOST_LANES = 4;

    private static final double GAP = 4;

    WavePreview(Reading.Wave reading, Form form, double width, double height) {
        super(width, height, Texts.get("preview.wave", seconds(reading)));
        long[] dims = reading.samples().dims();
        int length = (int) dims[dims.length - 1];
        int lanes = dims.length == 1 ? 1 : (int) Math.min(MOST_LANES, dims[0]);
        Samples samples = new Samples(reading.samples());
        double high = (height - (lanes - 1) * GAP) / Math.max(1, lanes);
        for (int lane = 0; lane < lanes && length > 0; lane++) {
            double middle = Math.rint(lane * (high + GAP) + high / 2);
            Path axis = new Path(new MoveTo(0, middle + 0.5), new HLineTo(width));
            axis.getStyleClass().add("strip-axis");
            Path wave = wave(samples, lane * length, length, middle, high / 2 - 1);
            wave.getStyleClass().addAll("strip", Glyph.styleClass(form));
            getChildren().addAll(axis, wave);
        }
    }

    /** How long it lasts. */
    static String seconds(Reading.Wave reading) {
        long[] dims = reading.samples().dims();
        return String.format(Locale.ROOT, "%.2f s", (double) dims[dims.length - 1] / reading.rate());
    }

    /** The band between the lowest and the highest value of each column, from left to right above and back below. */
    private Path wave(Samples samples, int first, int length, double middle, double reach) {
        int columns = (int) Math.clamp(Math.rint(width), 1, Math.max(1, length));
        double[] lowest = new double[columns];
        double[] highest = new double[columns];
        for (int i = 0; i < length; i++) {
            int column = (int) ((long) i * columns / length);
            double value = Math.clamp(samples.finiteAt(first + i), -1, 1);
            lowest[column] = Math.min(lowest[column], value);
            highest[column] = Math.max(highest[column], value);
        }
        double pitch = width / columns;
        Path path = new Path(new MoveTo(0, middle - reach * highest[0]));
        for (int column = 1; column < columns; column++) {
            path.getElements().add(new LineTo(column * pitch, middle - reach * highest[column]));
        }
        for (int column = columns - 1; column >= 0; column--) {
            path.getElements().add(new LineTo(column * pitch, middle + 1 - reach * lowest[column]));
        }
        return path;
    }
}
