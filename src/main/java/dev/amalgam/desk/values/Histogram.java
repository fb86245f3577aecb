package dev.amalgam.desk.values;

import dev.amalgam.desk.numerics.Numbers;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * How the numbers of a tensor are spread.
 *
 * @param count how many numbers are counted: all that are finite
 * @param strange how many are not a number or infinite, and are not counted
 * @param zeros how many of those counted are exactly 0
 * @param least the lowest, 0 where none is counted
 * @param most the highest, 0 where none is counted
 * @param mean of those counted
 * @param deviation the standard deviation of those counted (dividing by their number)
 * @param low where the first bin begins
 * @param width of each bin
 * @param bins how many numbers fall into each bin, from the lowest on; zeros are in them too
 */
public record Histogram(
        long count,
        long strange,
        long zeros,
        double least,
        double most,
        double mean,
        double deviation,
        double low,
        double width,
        List<Long> bins) {
    public Histogram {
        bins = List.copyOf(bins);
    }

    /** Reads every value once, so not for the window's own thread; empty for texts and what else has no numbers. */
    public static Optional<Histogram> of(Tensor tensor) {
        return Numbers.of(tensor).map(numbers -> {
            Tally tally = new Tally();
            for (int i = 0; i < numbers.size(); i++) {
                tally.add(numbers.at(i));
            }
            return tally.histogram();
        });
    }

    /** The share of zeros among the numbers counted, from 0 to 1. */
    public double sparsity() {
        return count == 0 ? 0 : (double) zeros / count;
    }

    /** The bin that 0 falls into; empty where no bin does. */
    public Optional<Integer> zeroBin() {
        double place = Math.floor(-low / width);
        return Optional.of((int) place).filter(bin -> width > 0 && bin >= 0 && bin < bins.size());
    }
}
