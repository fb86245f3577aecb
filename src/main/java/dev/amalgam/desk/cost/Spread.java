package dev.amalgam.desk.cost;

import java.util.Collection;

/**
 * How times lie that were measured several times over.
 *
 * @param count how many there are, at least one
 * @param least the shortest
 * @param median half of them are no longer
 * @param late 95 of 100 are no longer
 * @param most the longest
 */
public record Spread(int count, double least, double median, double late, double most) {
    /** How these times lie. @throws IllegalArgumentException where there are none */
    public static Spread of(Collection<Double> times) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        return new Spread(sorted.length, sorted[0], at(sorted, 0.5), at(sorted, 0.95), sorted[sorted.length - 1]);
    }

    /** The shortest that at least this share of all is no longer than. */
    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
