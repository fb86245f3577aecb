package dev.amalgam.desk.values;

import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;

/** A small picture of a picture, to be kept where the picture itself would take too much memory. */
public final class Thumbnail {
    /** The longer side in pixels. */
    private static final int SIDE = 64;

    /** Pixels of the picture that are averaged into one, along each axis, at most: more do not show. */
    private static final int SAMPLES = 4;

    private Thumbnail() {}

    /** Of a picture uint8[H,W,3] one of the same proportions, at most 64 pixels long. */
    public static Tensor of(Tensor picture) {
        int height = Math.toIntExact(picture.dims()[0]);
        int width = Math.toIntExact(picture.dims()[1]);
        double scale = Math.min(1, (double) SIDE / Math.max(1, Math.max(height, width)));
        int down = Math.max(1, (int) Math.rint(height * scale));
        int across = Math.max(1, (int) Math.rint(width * scale));
        ByteBuffer pixels = picture.bytes();
        byte[] small = new byte[down * across * 3];
        for (int i = 0; i < small.length && pixels.hasRemaining(); i++) {
            int x = i / 3 % across;
            int y = i / 3 / across;
            small[i] = mean(
                    pixels, width, height, (double) x / across, (double) y / down, 1.0 / across, 1.0 / down, i % 3);
        }
        return Tensor.bytes(new long[] {down, across, 3}, small);
    }

    private static byte mean(
            ByteBuffer pixels, int width, int height, double left, double top, double wide, double high, int channel) {
        int sum = 0;
        for (int down = 0; down < SAMPLES; down++) {
            int y = (int) ((top + high * (down + 0.5) / SAMPLES) * height);
            for (int across = 0; across < SAMPLES; across++) {
                int x = (int) ((left + wide * (across + 0.5) / SAMPLES) * width);
                sum += Byte.toUnsignedInt(pixels.get((y * width + x) * 3 + channel));
            }
        }
        return (byte) (sum / (SAMPLES * SAMPLES));
    }
}
