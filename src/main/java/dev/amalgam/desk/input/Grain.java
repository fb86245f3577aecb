package dev.amalgam.desk.input;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Gaussian noise over pixels, the same for the same seed on any machine and any number of cores. */
final class Grain {
    private static final int STEPS = 1 << 12;

    /** As many steps of the Gaussian as are drawn from: by the number that is drawn, what it stands for. */
    private static final float[] GAUSSIAN = gaussian();

    private Grain() {}

    private static float[] gaussian() {
        RandomGenerator random = new SplittableRandom(4096);
        float[] values = new float[STEPS];
        // Each value with its opposite, so that noise makes nothing lighter or darker on the whole.
        for (int i = 0; i < STEPS; i += 2) {
            values[i] = (float) random.nextGaussian();
            values[i + 1] = -values[i];
        }
        return values;
    }

    /** @param strength the standard deviation, where 1 is the way from black to white */
    static Pixels over(Pixels pixels, double strength, long seed) {
        byte[] noisy = new byte[pixels.rgb().length];
        int row = pixels.width() * 3;
        float scale = (float) (strength * 255);
        Rows.each(pixels.height(), y -> {
            SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + y);
            long drawn = 0;
            for (int i = 0; i < row; i++) {
                // One draw has bits for five.
                drawn = i % 5 == 0 ? random.nextLong() : drawn >>> 12;
                int at = y * row + i;
                noisy[at] = Pixels.clamped(
                        Math.round((pixels.rgb()[at] & 0xff) + scale * GAUSSIAN[(int) drawn & (STEPS - 1)]));
            }
        });
        return new Pixels(pixels.height(), pixels.width(), noisy);
    }
}
