package dev.amalgam.run.feed;

/**
 * Sound at another rate: each sample is the sum of those around it under a sinc in a Hann window. Downwards the sinc is wider,
 * so that what is too high for the new rate is left out and does not come back as another tone.
 */
final class Resampling {
    /** Zero crossings of the sinc on each side. */
    private static final int CROSSINGS = 16;

    private final float[] samples;
    private final double wide;
    private final int reach;

    private Resampling(float[] samples, double wide) {
        this.samples = samples;
        this.wide = wide;
        this.reach = (int) Math.ceil(CROSSINGS * wide);
    }

    /** The same sound at another rate; the same samples where the rate is the same. */
    static float[] of(float[] samples, int from, int to) {
        return from == to ? samples : new Resampling(samples, Math.max(1, (double) from / to)).at(from, to);
    }

    private float[] at(int from, int to) {
        long length = Math.max(1, Math.round((double) samples.length * to / from));
        float[] result = new float[Math.toIntExact(length)];
        // New samples stand to the old ones in few ways only, over and over again.
        double[][] weights = new double[to / gcd(from, to)][];
        for (int i = 0; i < result.length; i++) {
            long place = (long) i * from;
            int way = i % weights.length;
            if (weights[way] == null) {
                weights[way] = weights((double) (place % to) / to);
            }
            result[i] = sum((int) (place / to), weights[way]);
        }
        return result;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** What the samples from {@code reach} before to {@code reach} behind weigh, for a place that far after one of them. */
    private double[] weights(double after) {
        double[] weights = new double[2 * reach + 1];
        for (int j = 0; j < weights.length; j++) {
            double x = (j - reach - after) / wide;
            double angle = Math.PI * x;
            double sinc = Math.abs(x) < 1e-9 ? 1 : Math.sin(angle) / angle;
            weights[j] = Math.abs(x) > CROSSINGS ? 0 : sinc * (0.5 + 0.5 * Math.cos(angle / CROSSINGS));
        }
        return weights;
    }

    private float sum(int middle, double[] weights) {
        double sum = 0;
        double weight = 0;
        for (int j = Math.max(0, reach - middle); j < weights.length && middle - reach + j < samples.length; j++) {
            sum += weights[j] * samples[middle - reach + j];
            weight += weights[j];
        }
        // By the sum of the weights, so that a constant stays one up to the ends.
        return weight == 0 ? 0 : (float) (sum / weight);
    }
}
