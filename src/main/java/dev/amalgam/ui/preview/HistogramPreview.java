package dev.amalgam.ui.preview;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.values.Histogram;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.ui.look.Fonts;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/**
 * How values are spread: bars from the lowest to the highest, a line at the mean, and the figures below. Zeros stand by
 * themselves as one thin bar, because where there are many, they would dwarf all others.
 */
final class HistogramPreview extends Plate {
    private static final double LINE = 16;
    private static final double GAP = 4;
    private static final double NARROWEST = 3;

    /** A bar so many times as high as the mean hides the others. */
    private static final double PEAKED = 12;

    private final Histogram histogram;
    private final double floor;
    private final boolean logarithmic;

    HistogramPreview(Histogram histogram, Form form, double width, double height) {
        super(width, height, says(histogram));
        this.histogram = histogram;
        int lines = height > 120 ? 2 : height > 60 ? 1 : 0;
        this.floor = height - lines * LINE - (lines > 0 ? LINE + GAP : 0);
        this.logarithmic = isPeaked(columns());
        if (histogram.count() > 0) {
            bars(form);
            if (lines > 0) {
                ends();
                figures(lines);
            }
        } else {
            line(Texts.get("preview.histogram.none"), 0, height / 2, width);
        }
    }

    private static String says(Histogram histogram) {
        return Texts.get(
                "preview.histogram",
                Figures.number(histogram.mean()),
                Figures.number(histogram.deviation()),
                Figures.number(histogram.least()),
                Figures.number(histogram.most()),
                Figures.percent(histogram.sparsity()));
    }

    private void bars(Form form) {
        double[] columns = columns();
        double most = DoubleStream.of(columns).max().orElse(0);
        double pitch = width / columns.length;
        Path path = new Path();
        for (int i = 0; i < columns.length && most > 0; i++) {
            if (columns[i] > 0) {
                double x = Math.rint(i * pitch * 2) / 2;
                double tip = floor - Math.max(1, height(columns[i]) / height(most) * (floor - 2));
                double thick = Math.max(1, Math.rint((i + 1) * pitch * 2) / 2 - x - (pitch > 4 ? 1 : 0));
                path.getElements()
                        .addAll(new MoveTo(x, floor), new VLineTo(tip), new HLineTo(x + thick), new VLineTo(floor));
            }
        }
        path.getStyleClass().addAll("strip", Glyph.styleClass(form));
        Line axis = new Line(0, floor + 0.5, width, floor + 0.5);
        axis.getStyleClass().add("strip-axis");
        getChildren().addAll(axis, path);
        if (histogram.zeros() > 0) {
            mark(0, "zeros");
        }
        mark(histogram.mean(), "threshold");
    }

    /** Where one bar would dwarf all others, heights follow the logarithm. */
    private double height(double count) {
        return logarithmic ? Math.log1p(count) : count;
    }

    private static boolean isPeaked(double[] columns) {
        double mean = DoubleStream.of(columns).average().orElse(0);
        return DoubleStream.of(columns).max().orElse(0) > PEAKED * mean;
    }

    /** The bins without the zeros, each as many of them put together as there is room for. */
    private double[] columns() {
        List<Long> bins = histogram.bins();
        int zero = histogram.zeroBin().orElse(-1);
        int together = together();
        double[] columns = new double[Math.ceilDiv(bins.size(), together)];
        for (int i = 0; i < bins.size(); i++) {
            long other = bins.get(i) - (i == zero ? histogram.zeros() : 0);
            columns[i / together] += other;
        }
        return columns;
    }

    /** How many bins make one bar: the same number for all, or some would stand out. */
    private int together() {
        return Math.max(1, (int) Math.ceil(histogram.bins().size() / Math.max(1, width / NARROWEST)));
    }

    private void mark(double value, String style) {
        double whole = histogram.width() * columns().length * together();
        double x = Math.rint(Math.clamp((value - histogram.low()) / whole, 0, 1) * (width - 1)) + 0.5;
        Line line = new Line(x, 0, x, floor);
        line.getStyleClass().add(style);
        getChildren().add(line);
    }

    private void ends() {
        double y = floor + GAP + LINE / 2;
        if (logarithmic) {
            String words = Texts.get("preview.histogram.logarithmic");
            line(words, Math.rint((width - Fonts.width(words, FONT)) / 2), y, width / 2, "off");
        }
        line(Figures.number(histogram.least()), 0, y, width / 2, "off");
        lineEndingAt(Figures.number(histogram.most()), width, y, width / 2, "off");
    }

    private void figures(int lines) {
        String mean = Texts.get(
                "preview.histogram.mean", Figures.number(histogram.mean()), Figures.number(histogram.deviation()));
        String zeros = Texts.get("preview.histogram.zeros", Figures.percent(histogram.sparsity()))
                + (histogram.strange() > 0 ? ", " + Texts.get("preview.histogram.strange", histogram.strange()) : "");
        double y = floor + GAP + 1.5 * LINE;
        if (lines == 1) {
            line(mean + ", " + zeros, 0, y, width);
        } else {
            line(mean, 0, y, width);
            line(zeros, 0, y + LINE, width);
        }
    }
}
