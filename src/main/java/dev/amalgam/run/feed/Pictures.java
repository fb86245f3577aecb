package dev.amalgam.run.feed;

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
    private static final String REMEDY =
            "Choose a PNG, JPEG, GIF or BMP picture of up to " + Limits.PICTURE_SIDE + " pixels a side";

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
                checkSize(file, reader.getWidth(0), reader.getHeight(0), Limits.PICTURE_PIXELS);
                return pixels(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw damaged(file);
        }
    }

    /** The JDK's readers answer damaged files with many kinds of exception. */
    static KindException damaged(Path file) {
        return bad(file, "it is damaged, or it is no picture");
    }

    /** Refuses what is too large to be unpacked. */
    static void checkSize(Path file, int width, int height, long most) throws KindException {
        if (width > Limits.PICTURE_SIDE || height > Limits.PICTURE_SIDE || (long) width * height > most) {
            throw bad(file, "it is " + width + " × " + height + " pixels, more than is allowed");
        }
    }

    /** The pixels as RGB; what is transparent is laid on white. */
    static Tensor pixels(BufferedImage image) {
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

    static KindException bad(Path file, String why) {
        return new KindException(
                "bad-picture", "file", "The picture '" + file.getFileName() + "' cannot be used: " + why, REMEDY);
    }
}
