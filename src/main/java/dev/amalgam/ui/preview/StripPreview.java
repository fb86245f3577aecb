package dev.amalgam.ui.preview;

import dev.amalgam.desk.Reading;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.text.Texts;
import java.util.stream.IntStream;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/** A vector as a strip of thin bars, up for positive and down for negative; neighbours share a bar where room is short. */
final class StripPreview extends Plate {
    private static final double LEAST_PITCH = 3;

    StripPreview(Reading.Strip reading, Form form, double width, double height) {
        super(width, height, Texts.get("preview.strip", reading.tensor().type()));
        Samples samples = new Samples(reading.tensor());
        long[] dims = reading.tensor().dims();
        int columns = dims.length == 0 ? 1 : (int) Math.min(dims[dims.length - 1], samples.count());
        double[] bars = bars(samples, columns, Math.clamp((long) (width / LEAST_PITCH), 1, Math.max(1, columns)));
        getChildren().addAll(axis(bars), path(bars, form));
    }

    /** Of each group of neighbours, the one farthest from zero. */
    private static double[] bars(Samples samples, int columns, int count) {
        double[] bars = new double[count];
        for (int i = 0; i < columns; i++) {
            int bar = (int) ((long) i * count / columns);
            double value = samples.finiteAt(i);
            if (Math.abs(value) > Math.abs(bars[bar])) {
                bars[bar] = value;
            }
        }
        return bars;
    }

    private double zero(double[] bars) {
        boolean signed = IntStream.range(0, bars.length).anyMatch(i -> bars[i] < 0);
        return signed ? Math.rint(height / 2) : height - 1;
    }

    private Path axis(double[] bars) {
        Path axis = new Path(new MoveTo(0, zero(bars) + 0.5), new HLineTo(width));
        axis.getStyleClass().add("strip-axis");
        return axis;
    }

    private Path path(double[] bars, Form form) {
        double most = IntStream.range(0, bars.length)
                .mapToDouble(i -> Math.abs(bars[i]))
                .max()
                .orElse(1);
        double zero = zero(bars);
        double pitch = width / bars.length;
        double thick = Math.clamp(pitch - 1, 1, 12);
        Path path = new Path();
        for (int i = 0; i < bars.length; i++) {
            double x = Math.rint(i * pitch * 2) / 2.0;
            double tip = zero - (most == 0 ? 0 : bars[i] / most * zero);
            path.getElements().addAll(new MoveTo(x, zero), new VLineTo(tip), new HLineTo(x + thick), new VLineTo(zero));
        }
        path.getStyleClass().addAll("strip", Glyph.styleClass(form));
        return path;
    }
}
