package dev.amalgam.desk.input;

/**
 * A Gaussian blur as three means in a row, each over a box: as long for a wide blur as for a narrow one. Source: P. Kovesi,
 * Fast Almost-Gaussian Filtering, DICTA 2010.
 */
final class Blur {
    private static final int PASSES = 3;

    private Blur() {}

    /** @param deviation in pixels */
    static Pixels of(Pixels pixels, double deviation) {
        int[] boxes = boxes(deviation);
        float[] values = new float[pixels.rgb().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = pixels.rgb()[i] & 0xff;
        }
        int width = pixels.width();
        int height = pixels.height();
        Rows.each(height, y -> along(values, y * width * 3, 3, width, boxes));
        Rows.each(width, x -> along(values, x * 3, width * 3, height, boxes));
        byte[] blurred = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            blurred[i] = Pixels.clamped(Math.round(values[i]));
        }
        return new Pixels(height, width, blurred);
    }

    /** The odd widths of the boxes that together are as wide as the Gaussian. */
    private static int[] boxes(double deviation) {
        double variance = 12 * deviation * deviation;
        int narrow = (int) Math.floor(Math.sqrt(variance / PASSES + 1));
        if (narrow % 2 == 0) {
            narrow--;
        }
        long narrows = Math.round((variance - PASSES * (double) narrow * narrow - 4.0 * PASSES * narrow - 3 * PASSES)
                / (-4.0 * narrow - 4));
        int[] boxes = new int[PASSES];
        for (int pass = 0; pass < PASSES; pass++) {
            boxes[pass] = pass < narrows ? narrow : narrow + 2;
        }
        return boxes;
    }

    /** Blurs one line of all three channels in place; what is beyond the edge is as the edge. */
    private static void along(float[] values, int start, int step, int length, int[] boxes) {
        float[] line = new float[length];
        float[] blurred = new float[length];
        for (int channel = start; channel < start + 3; channel++) {
            for (int i = 0; i < length; i++) {
                line[i] = values[channel + i * step];
            }
            for (int box : boxes) {
                mean(line, box / 2, blurred);
                System.arraycopy(blurred, 0, line, 0, length);
            }
            for (int i = 0; i < length; i++) {
                values[channel + i * step] = line[i];
            }
        }
    }

    private static void mean(float[] line, int reach, float[] means) {
        int last = line.length - 1;
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            sum += line[Math.clamp(i, 0, last)];
        }
        for (int i = 0; i <= last; i++) {
            means[i] = (float) (sum / (2 * reach + 1));
            sum += line[Math.min(i + reach + 1, last)] - line[Math.max(i - reach, 0)];
        }
    }
}
