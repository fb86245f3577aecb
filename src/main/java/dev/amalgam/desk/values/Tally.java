package dev.amalgam.desk.values;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts numbers into bins in one pass, without knowing their range beforehand: bins begin at multiples of their width, and
 * where a number falls outside, neighbours are put together in pairs until it fits. Mean and deviation are kept as Welford
 * (1962) does, so that a large mean does not swallow a small deviation.
 */
final class Tally {
    private static final int BINS = 512;

    /** The first bins are that many powers of two narrower than the first number: so fine that it never shows. */
    private static final int FINER = 30;

    /** The exponent of the narrowest bins. */
    private static final int NARROWEST = -1000;

    private long count;
    private long strange;
    private long zeros;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private double mean;
    private double squares;
    private long[] bins = new long[BINS];
    private double width;
    /** The number of the first bin, counted in bins from 0. */
    private long first;

    void add(double value) {
        if (!Double.isFinite(value)) {
            strange++;
            return;
        }
        count++;
        zeros += value == 0 ? 1 : 0;
        least = Math.min(least, value);
        most = Math.max(most, value);
        double distance = value - mean;
        mean += distance / count;
        squares += distance * (value - mean);
        // Its place first: to make room for it may put another array in the place of this one.
        int place = bin(value);
        bins[place]++;
    }

    private int bin(double value) {
        if (count == 1) {
            width = Math.scalb(1.0, Math.max(NARROWEST, Math.getExponent(value) - FINER));
            first = place(value) - BINS / 2;
        }
        while (!(Math.abs(value / width) < 0x1p52) || place(value) < first || place(value) >= first + BINS) {
            widen();
        }
        return (int) (place(value) - first);
    }

    private long place(double value) {
        return (long) Math.floor(value / width);
    }

    /** Puts neighbours together; what is counted so far lies around the middle again. */
    private void widen() {
        long[] wider = new long[BINS];
        long begin = Math.floorDiv(first, 2) - BINS / 4;
        for (int i = 0; i < BINS; i++) {
            wider[(int) (Math.floorDiv(first + i, 2) - begin)] += bins[i];
        }
        bins = wider;
        first = begin;
        width *= 2;
    }

    Histogram histogram() {
        if (count == 0) {
            return new Histogram(0, strange, 0, 0, 0, 0, 0, 0, 0, List.of());
        }
        int from = (int) (place(least) - first);
        int to = (int) (place(most) - first);
        List<Long> filled = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            filled.add(bins[i]);
        }
        double deviation = Math.sqrt(squares / count);
        return new Histogram(
                count, strange, zeros, least, most, mean, deviation, (first + from) * width, width, filled);
    }
}
