package dev.amalgam.onnx;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is known of the size of a tensor before anything runs; never more than it really has.
 *
 * @param dims its axes, where all are known
 * @param elements at least so many
 * @param bits of one element
 */
record Size(Optional<long[]> dims, long elements, int bits) {
    /** Of a tensor that nothing is known of. */
    static final Size UNKNOWN = new Size(Optional.empty(), 0, 8);

    static Size of(long[] dims, int bits) {
        return new Size(Optional.of(dims), product(dims), bits);
    }

    static Size atLeast(long elements, int bits) {
        return new Size(Optional.empty(), elements, bits);
    }

    long bytes() {
        return times(elements, bits) / 8;
    }

    Size withBits(int other) {
        return new Size(dims, elements, other);
    }

    Size withoutDims() {
        return new Size(Optional.empty(), elements, bits);
    }

    /** What an operator makes that stretches axes of size 1 of either operand: numpy's broadcasting. */
    Size broadcast(Size other) {
        int wider = Math.max(bits, other.bits);
        return dims.isPresent() && other.dims.isPresent()
                ? of(broadcast(dims.get(), other.dims.get()), wider)
                : atLeast(Math.max(elements, other.elements), wider);
    }

    private static long[] broadcast(long[] one, long[] other) {
        long[] result = new long[Math.max(one.length, other.length)];
        for (int i = 1; i <= result.length; i++) {
            long own = i <= one.length ? one[one.length - i] : 1;
            long its = i <= other.length ? other[other.length - i] : 1;
            result[result.length - i] = own == 1 ? its : own;
        }
        return result;
    }

    /** The product; the largest number where it is larger still, 0 where an axis is empty or unknown. */
    static long product(long[] factors) {
        return Arrays.stream(factors).reduce(1, Size::times);
    }

    static long times(long a, long b) {
        if (a <= 0 || b <= 0) {
            return 0;
        }
        return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
    }

    static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Size that
                && elements == that.elements
                && bits == that.bits
                && Arrays.equals(dims.orElse(null), that.dims.orElse(null));
    }

    @Override
    public int hashCode() {
        return Long.hashCode(elements);
    }
}
