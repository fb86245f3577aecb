package dev.amalgam.desk.recipe;

import static java.util.Objects.requireNonNull;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Whether several examples at once give what each of them gives alone.
 *
 * @param largest the largest difference of two values that should be equal, for 1, 2 and 3 examples; rounding is what it may be
 * @param why what differs beyond rounding, empty where nothing does
 */
public record BatchProof(List<Double> largest, String why) {
    /** How far values may lie apart, for the largest of them being 1. */
    private static final double ROUNDING = 1e-4;

    public BatchProof {
        largest = List.copyOf(largest);
    }

    /** Whether it is proved. */
    public boolean holds() {
        return why.isEmpty();
    }

    /** The numbers of examples that are tried. */
    static final List<Integer> TRIED = List.of(1, 2, 3);

    /** The first {@code count} of examples. */
    static Map<String, Tensor> first(Map<String, Tensor> examples, int count) {
        Map<String, Tensor> part = new TreeMap<>();
        examples.forEach((name, value) -> part.put(name, rows(value, 0, count)));
        return part;
    }

    /** One of examples. */
    static Map<String, Tensor> only(Map<String, Tensor> examples, int index) {
        Map<String, Tensor> part = new TreeMap<>();
        examples.forEach((name, value) -> part.put(name, rows(value, index, 1)));
        return part;
    }

    private static Tensor rows(Tensor value, int start, int count) {
        long[] dims = value.dims();
        int row = Math.toIntExact(value.bytes().remaining() / dims[0]);
        dims[0] = count;
        ByteBuffer bytes = value.bytes().slice(start * row, count * row);
        return Tensor.of(value.element(), dims, bytes);
    }

    /**
     * Compares.
     *
     * @param together what each number of {@link #TRIED} examples gave at once
     * @param alone what each example gave by itself
     */
    static BatchProof of(List<Map<String, Tensor>> together, List<Map<String, Tensor>> alone) {
        List<Double> largest = new ArrayList<>();
        for (int i = 0; i < TRIED.size(); i++) {
            double apart = 0;
            for (Map.Entry<String, Tensor> output : new TreeMap<>(together.get(i)).entrySet()) {
                String name = output.getKey();
                Optional<String> shape = unlike(
                        output.getValue(), requireNonNull(alone.getFirst().get(name)), TRIED.get(i));
                if (shape.isPresent()) {
                    return new BatchProof(largest, "'" + name + "' " + shape.get());
                }
                for (int row = 0; row < TRIED.get(i); row++) {
                    double here = apart(
                            rows(output.getValue(), row, 1),
                            requireNonNull(alone.get(row).get(name)));
                    apart = Math.max(apart, here);
                }
                if (!(apart <= ROUNDING)) {
                    return new BatchProof(
                            largest,
                            "'" + name + "' of " + TRIED.get(i) + " examples at once differs by " + (float) apart
                                    + " from that of each alone");
                }
            }
            largest.add(apart);
        }
        return new BatchProof(largest, "");
    }

    private static Optional<String> unlike(Tensor together, Tensor alone, int count) {
        long[] expected = alone.dims();
        if (expected.length == 0 || expected[0] != 1) {
            return Optional.of("has no row for each example: it is " + alone.type() + " for one");
        }
        expected[0] = count;
        return Arrays.equals(expected, together.dims()) && together.element() == alone.element()
                ? Optional.empty()
                : Optional.of("is " + together.type() + " for " + count + " examples");
    }

    /** The largest difference, for the largest value being 1 or less; of what has no fractions any counts as 1. */
    private static double apart(Tensor one, Tensor other) {
        if (one.element() != ElementType.FLOAT32) {
            return one.equals(other) ? 0 : 1;
        }
        double scale = LongStream.range(0, other.elements())
                .mapToDouble(i -> Math.abs(other.floats().get((int) i)))
                .reduce(1, Math::max);
        return LongStream.range(0, one.elements())
                        .mapToDouble(i -> Math.abs(
                                one.floats().get((int) i) - other.floats().get((int) i)))
                        .reduce(0, Math::max)
                / scale;
    }
}
