package dev.amalgam.ui.preview;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.Reading;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.text.Texts;
import javafx.scene.image.ImageView;

/** One plane of numbers as colours, with the scale that says which colour is which number. */
final class FieldPreview extends Plate {
    private static final int SCALE = 8;
    private static final double FOOT = 20;

    /** Image pixels for each pixel of the plate. */
    private static final int DENSITY = 2;

    private final int rows;
    private final int columns;
    private final int start;
    private final Samples samples;

    private FieldPreview(Tensor tensor, int plane, Form form, double width, double height, String says) {
        super(width, height, says);
        long[] dims = tensor.dims();
        this.columns = dims.length < 1 ? 1 : (int) Math.min(Integer.MAX_VALUE, dims[dims.length - 1]);
        this.rows = dims.length < 2 ? 1 : (int) Math.min(Integer.MAX_VALUE, dims[dims.length - 2]);
        this.samples = new Samples(tensor);
        int area = rows * columns;
        this.start = area == 0 ? 0 : Math.clamp(plane, 0, Math.max(0, samples.count() / area - 1)) * area;
        if (samples.count() > 0) {
            draw(form == Form.RAW ? Heat.GREY : form == Form.STRUCTURED ? Heat.FIRE : Heat.WATER);
        }
    }

    static FieldPreview of(Reading.Field field, Form form, double width, double height) {
        Tensor tensor = field.tensor();
        String says = Texts.get("preview.field", field.plane(), tensor.type());
        return new FieldPreview(tensor, field.plane(), form, width, height, says);
    }

    static FieldPreview of(Reading.Reduced reduced, Form form, double width, double height) {
        Tensor plane = reduced.how().of(reduced.tensor()).orElse(Tensor.floats(new long[] {0, 0}));
        String says = Texts.get(
                switch (reduced.how()) {
                    case MEAN -> "preview.reduced.mean";
                    case MAX -> "preview.reduced.max";
                },
                reduced.tensor().type());
        return new FieldPreview(plane, 0, form, width, height, says);
    }

    private void draw(Heat heat) {
        boolean hasFoot = height > 3 * FOOT;
        double room = hasFoot ? height - FOOT : height;
        Range range = Range.of(rows * columns, i -> samples.finiteAt(start + i));
        double scale = Math.min(width / columns, room / rows);
        int wide = (int) Math.max(1, Math.rint(columns * scale));
        int high = (int) Math.max(1, Math.rint(rows * scale));
        int[] pixels = new int[wide * DENSITY * high * DENSITY];
        for (int i = 0; i < pixels.length; i++) {
            int row = scaled(i / (wide * DENSITY), rows, high);
            int column = scaled(i % (wide * DENSITY), columns, wide);
            pixels[i] = heat.argb(range.share(samples.finiteAt(start + row * columns + column)));
        }
        add(pixels, wide, high, Math.rint((width - wide) / 2), Math.rint((room - high) / 2));
        if (hasFoot) {
            foot(heat, range);
        }
    }

    /** Which of {@code count} cells an image pixel falls into, where they are drawn {@code length} long. */
    private static int scaled(int pixel, int count, int length) {
        return (int) ((long) pixel * count / ((long) length * DENSITY));
    }

    /** Pixels, of which {@code DENSITY} by {@code DENSITY} are one of the plate. */
    private void add(int[] pixels, int wide, int high, double x, double y) {
        ImageView view = new ImageView(Pictures.toImage(pixels, wide * DENSITY, high * DENSITY));
        view.setFitWidth(wide);
        view.setFitHeight(high);
        view.setX(x);
        view.setY(y);
        getChildren().add(view);
    }

    /** The colours from left to right, with the numbers at either end. */
    private void foot(Heat heat, Range range) {
        double y = height - FOOT / 2;
        String low = Figures.number(range.low());
        String high = Figures.number(range.high());
        double label = Math.min(60, width / 4);
        int length = (int) Math.max(1, width - 2 * label - 12);
        int[] pixels = new int[length * DENSITY * SCALE * DENSITY];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = heat.argb((double) (i % (length * DENSITY)) / (length * DENSITY - 1));
        }
        add(pixels, length, SCALE, label + 6, y - SCALE / 2.0);
        lineEndingAt(low, label, y, label);
        line(high, width - label, y, label);
    }
}
