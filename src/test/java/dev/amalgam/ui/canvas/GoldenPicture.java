package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Pictures of how things should look, under {@code src/test/resources/golden}. One that differs fails its test and is written to
 * {@code target/golden} with the difference beside it. Where the new look is meant,
 * {@code mvn test -Dquick -Dtest=Golden*Test -Dgolden.renew=true} puts it in the place of the old one; look at it before
 * it is committed.
 */
public final class GoldenPicture {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path FAILED = Path.of("target/golden");

    /** Grey levels of a channel, and pixels, that may differ: another version of the font library is no fault of ours. */
    private static final int LEVELS = 2;

    private static final int PIXELS = 24;

    private GoldenPicture() {}

    /** Compares a picture with the one of that name. @throws IOException where either cannot be read or written */
    public static void check(String name, BufferedImage actual) throws IOException {
        Path golden = GOLDEN.resolve(name + ".png");
        if (Boolean.getBoolean("golden.renew")) {
            Files.createDirectories(GOLDEN);
            ImageIO.write(actual, "png", golden.toFile());
            return;
        }
        assertThat(golden).exists();
        BufferedImage expected = ImageIO.read(golden.toFile());
        assertThat(actual.getWidth() + "×" + actual.getHeight())
                .as(name)
                .isEqualTo(expected.getWidth() + "×" + expected.getHeight());
        BufferedImage difference = new BufferedImage(actual.getWidth(), actual.getHeight(), BufferedImage.TYPE_INT_RGB);
        int differing = compare(expected, actual, difference);
        if (differing > PIXELS) {
            Files.createDirectories(FAILED);
            ImageIO.write(actual, "png", FAILED.resolve(name + "-actual.png").toFile());
            ImageIO.write(
                    difference, "png", FAILED.resolve(name + "-difference.png").toFile());
        }
        assertThat(differing)
                .as("pixels of %s that differ: see %s, and the class GoldenPicture for how to renew it", name, FAILED)
                .isLessThanOrEqualTo(PIXELS);
    }

    /** How many pixels differ by more than nobody sees; marked in {@code difference}. */
    private static int compare(BufferedImage expected, BufferedImage actual, BufferedImage difference) {
        int differing = 0;
        for (int y = 0; y < actual.getHeight(); y++) {
            for (int x = 0; x < actual.getWidth(); x++) {
                if (differs(expected.getRGB(x, y), actual.getRGB(x, y))) {
                    difference.setRGB(x, y, 0xffffff);
                    differing++;
                }
            }
        }
        return differing;
    }

    private static boolean differs(int a, int b) {
        for (int shift = 0; shift < 24; shift += 8) {
            if (Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)) > LEVELS) {
                return true;
            }
        }
        return false;
    }
}
