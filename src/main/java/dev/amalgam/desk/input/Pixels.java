package dev.amalgam.desk.input;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;

/**
 * The pixels of a picture.
 *
 * @param rgb row by row, three bytes each; not changed any more
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Pixels(int height, int width, byte[] rgb) {
    static Pixels of(Tensor picture) {
        long[] dims = picture.dims();
        byte[] rgb = new byte[(int) picture.elements()];
        picture.bytes().get(rgb);
        return new Pixels((int) dims[0], (int) dims[1], rgb);
    }

    Tensor tensor() {
        return Tensor.of(ElementType.UINT8, new long[] {height, width, 3}, ByteBuffer.wrap(rgb));
    }

    /** The middle, without that share of each side. */
    Pixels cut(double share) {
        int high = Math.clamp(Math.round(height * (1 - share)), 1, height);
        int wide = Math.clamp(Math.round(width * (1 - share)), 1, width);
        int left = (width - wide) / 2;
        int top = (height - high) / 2;
        byte[] middle = new byte[high * wide * 3];
        for (int y = 0; y < high; y++) {
            System.arraycopy(rgb, ((top + y) * width + left) * 3, middle, y * wide * 3, wide * 3);
        }
        return new Pixels(high, wide, middle);
    }

    /** Turned clockwise around the middle by that many degrees, in a frame of the same size. */
    Pixels turned(double degrees) {
        double sine = StrictMath.sin(Math.toRadians(degrees));
        double cosine = StrictMath.cos(Math.toRadians(degrees));
        double middleX = (width - 1) / 2.0;
        double middleY = (height - 1) / 2.0;
        byte[] turned = new byte[rgb.length];
        Rows.each(height, y -> {
            for (int x = 0; x < width; x++) {
                double dx = x - middleX;
                double dy = y - middleY;
                between(
                        middleX + cosine * dx + sine * dy,
                        middleY - sine * dx + cosine * dy,
                        turned,
                        (y * width + x) * 3);
            }
        });
        return new Pixels(height, width, turned);
    }

    /** Writes the colour between four pixels; black beyond the edge. */
    private void between(double x, double y, byte[] target, int at) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < -1 || top < -1 || left >= width || top >= height) {
            return;
        }
        float right = (float) (x - left);
        float low = (float) (y - top);
        for (int channel = 0; channel < 3; channel++) {
            float above = at(left, top, channel) * (1 - right) + at(left + 1, top, channel) * right;
            float below = at(left, top + 1, channel) * (1 - right) + at(left + 1, top + 1, channel) * right;
            target[at + channel] = (byte) Math.round(above * (1 - low) + below * low);
        }
    }

    private int at(int x, int y, int channel) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : rgb[(y * width + x) * 3 + channel] & 0xff;
    }

    /** Lighter or darker, with more or less between light and dark. */
    Pixels toned(double brightness, double contrast) {
        byte[] tones = new byte[256];
        for (int value = 0; value < tones.length; value++) {
            tones[value] = clamped(Math.round((value - 127.5) * (1 + contrast) + 127.5 + brightness * 255));
        }
        byte[] toned = new byte[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            toned[i] = tones[rgb[i] & 0xff];
        }
        return new Pixels(height, width, toned);
    }

    static byte clamped(long value) {
        return (byte) Math.clamp(value, 0, 255);
    }
}
