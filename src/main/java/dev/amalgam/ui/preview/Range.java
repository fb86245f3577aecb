package dev.amalgam.ui.preview;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The range of values that a colour scale covers. */
record Range(double low, double high) {
    private static final int SAMPLES = 4096;

    /** From the lowest of some values to their 99th percentile: a single spike would otherwise turn all else black. */
    static Range of(int count, IntToDoubleFunction at) {
        if (count == 0) {
            return new Range(0, 1);
        }
        int step = Math.max(1, count / SAMPLES);
        double[] some = IntStream.iterate(0, i -> i < count, i -> i + step)
                .mapToDouble(at)
                .sorted()
                .toArray();
        double low = some[0];
        double high = some[(int) (0.99 * (some.length - 1))];
        return new Range(low, high > low ? high : Math.max(some[some.length - 1], low + 1e-9));
    }

    /** Where a value lies: 0 at the low end, 1 at the high one. */
    double share(double value) {
        return (value - low) / (high - low);
    }
}
