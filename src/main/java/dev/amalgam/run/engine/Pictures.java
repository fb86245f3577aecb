package dev.amalgam.run.engine;

import dev.amalgam.kind.KindException;
import dev.amalgam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads pictures from strangers: sizes are checked before any pixel is unpacked. */
public final class Pictures {
    /** Longest side in pixels. */
    static final int MAX_SIDE = 16_384;

    /** Most pixels: 64 million take 192 MB as RGB. */
    static final long MAX_PIXELS = 64_000_000;

    private static final String REMEDY =
            "Choose a PNG, JPEG, GIF or BMP picture of up to " + MAX_SIDE + " pixels a side";

    private Pictures() {}

    /**
     * The pixels of a picture.
     *
     * @return uint8[height,width,3], RGB; what was transparent is laid on white
     * @throws KindException with the code {@code bad-picture}
     */
    public static Tensor read(Path file) throws KindException {
        try (ImageInputStream in = ImageIO.createImageInputStream(Files.newInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw bad(file, "it is not a picture that can be read here");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                checkSize(file, reader.getWidth(0), reader.getHeight(0));
                return pixels(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // The JDK's readers answer damaged files with many kinds of exception.
            throw bad(file, "it is damaged, or it is no picture");
        }
    }

    private static void checkSize(Path file, int width, int height) throws KindException {
        if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
            throw bad(file, "it is " + width + " × " + height + " pixels, more than is allowed");
        }
    }

    private static Tensor pixels(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
        int[] row = new int[width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int pixel : row) {
                int alpha = pixel >>> 24;
                rgb[at++] = onWhite(pixel >> 16, alpha);
                rgb[at++] = onWhite(pixel >> 8, alpha);
                rgb[at++] = onWhite(pixel, alpha);
            }
        }
        return Tensor.bytes(new long[] {height, width, 3}, rgb);
    }

    private static byte onWhite(int channel, int alpha) {
        int value = channel & 0xff;
        return (byte) (alpha == 255 ? value : (value * alpha + 255 * (255 - alpha)) / 255);
    }

    private static KindException bad(Path file, String why) {
        return new KindException(
                "bad-picture", "file", "The picture '" + file.getFileName() + "' cannot be used: " + why, REMEDY);
    }
}
