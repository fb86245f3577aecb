package dev.amalgam.ui.preview;

import dev.amalgam.desk.Reading;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.text.Texts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** A mask as heat over the picture that it speaks of; where it says nothing, the picture shows through a little cooler. */
final class OverlayPreview extends Plate {
    /** By mask and then by what it lies over. */
    private static final IdentityCache<Tensor, Map<Image, Image>> MADE = new IdentityCache<>();

    OverlayPreview(Reading.Overlay reading, double width, double height) {
        super(width, height, Texts.get("preview.overlay", reading.mask().type()));
        PicturePreview.show(this, image(reading, Math.max(width, height)));
    }

    private static Image image(Reading.Overlay reading, double side) {
        Image picture = Pictures.image(reading.picture(), side);
        return MADE.get(reading.mask(), _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(picture, it -> draw(it, reading.mask()));
    }

    private static Image draw(Image picture, Tensor heats) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        Mask mask = new Mask(heats);
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double heat = mask.at((x + 0.5) / width, (y + 0.5) / height);
                int at = y * width + x;
                pixels[at] = 0xff000000 | Heat.mix(pixels[at], Heat.FIRE.argb(heat), 0.2 + 0.46 * heat);
            }
        }
        return Pictures.toImage(pixels, width, height);
    }

    /** A field of numbers from 0 to 1, read between its cells too. */
    private static final class Mask {
        private final Samples samples;
        private final int rows;
        private final int columns;

        Mask(Tensor tensor) {
            this.samples = new Samples(tensor);
            long[] dims = tensor.dims();
            this.columns = Math.toIntExact(dims[dims.length - 1]);
            this.rows = Math.toIntExact(dims[dims.length - 2]);
        }

        /** The value at a place given as fractions of width and height. */
        double at(double fx, double fy) {
            double x = Math.clamp(fx * columns - 0.5, 0, columns - 1);
            double y = Math.clamp(fy * rows - 0.5, 0, rows - 1);
            int left = (int) x;
            int top = (int) y;
            double upper = between(left, top, x - left);
            double lower = between(left, Math.min(top + 1, rows - 1), x - left);
            return upper + (lower - upper) * (y - top);
        }

        private double between(int column, int row, double share) {
            double a = samples.finiteAt(row * columns + column);
            double b = samples.finiteAt(row * columns + Math.min(column + 1, columns - 1));
            return a + (b - a) * share;
        }
    }
}
