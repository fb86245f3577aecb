package dev.amalgam.ui.preview;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Pictures as the screen wants them: averaged down to a few sizes, each made once and shared by everything that shows the
 * tensor.
 */
public final class Pictures {
    /** The longer side in pixels: a card, the inspector and live panel, a look at the whole. */
    private static final int[] SIDES = {320, 800, 2000};

    private static final IdentityCache<Tensor, Map<Integer, Image>> MADE = new IdentityCache<>();

    private Pictures() {}

    /** Whether a tensor is uint8[H,W,3]. */
    static boolean isPicture(Tensor tensor) {
        long[] dims = tensor.dims();
        return tensor.element() == ElementType.UINT8 && dims.length == 3 && dims[2] == 3 && tensor.elements() > 0;
    }

    /**
     * The picture, sharp when drawn {@code side} pixels long on a screen of twice the density.
     *
     * @param picture uint8[H,W,3], RGB
     * @throws IllegalArgumentException for any other tensor
     */
    public static Image image(Tensor picture, double side) {
        if (!isPicture(picture)) {
            throw new IllegalArgumentException("not a picture uint8[H,W,3]: " + picture.type());
        }
        int wanted = tier(side * 2);
        return MADE.get(picture, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(wanted, longest -> draw(picture, longest));
    }

    private static int tier(double side) {
        for (int tier : SIDES) {
            if (side <= tier) {
                return tier;
            }
        }
        return SIDES[SIDES.length - 1];
    }

    private static Image draw(Tensor picture, int longest) {
        Area area = new Area(picture, longest);
        return toImage(area.pixels(), area.width, area.height);
    }

    /** ARGB, row by row, as an image. */
    static Image toImage(int[] pixels, int width, int height) {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }

    /** A picture averaged down so that its longer side is at most {@code longest} pixels. */
    static final class Area {
        final int width;
        final int height;
        private final int sourceWidth;
        private final int sourceHeight;
        private final ByteBuffer bytes;

        Area(Tensor picture, int longest) {
            long[] dims = picture.dims();
            this.sourceHeight = Math.toIntExact(dims[0]);
            this.sourceWidth = Math.toIntExact(dims[1]);
            this.bytes = picture.bytes();
            double scale = Math.min(1, (double) longest / Math.max(sourceWidth, sourceHeight));
            this.width = Math.max(1, (int) Math.rint(sourceWidth * scale));
            this.height = Math.max(1, (int) Math.rint(sourceHeight * scale));
        }

        /** ARGB, row by row. */
        int[] pixels() {
            int[] pixels = new int[width * height];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    pixels[y * width + x] = mean(x, y);
                }
            }
            return pixels;
        }

        /** The mean of all pixels of the source that fall into one of ours: no shimmer, no stairs. */
        private int mean(int x, int y) {
            int left = (int) ((long) x * sourceWidth / width);
            int right = Math.max(left + 1, (int) ((long) (x + 1) * sourceWidth / width));
            int top = (int) ((long) y * sourceHeight / height);
            int bottom = Math.max(top + 1, (int) ((long) (y + 1) * sourceHeight / height));
            long red = 0;
            long green = 0;
            long blue = 0;
            for (int row = top; row < bottom; row++) {
                int at = (row * sourceWidth + left) * 3;
                for (int column = left; column < right; column++, at += 3) {
                    red += bytes.get(at) & 0xff;
                    green += bytes.get(at + 1) & 0xff;
                    blue += bytes.get(at + 2) & 0xff;
                }
            }
            long count = (long) (right - left) * (bottom - top);
            return 0xff000000 | (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
        }
    }
}
