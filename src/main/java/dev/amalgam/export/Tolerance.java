package dev.amalgam.export;

import dev.amalgam.tensor.ElementType;

/**
 * How far two results may lie apart and still be the same: {@code |a - b| <= absolute + relative * |b|}. A fused model
 * rounds elsewhere than one that runs node by node (stages are merged, sums are taken in another order), so floating-point
 * results get some room; whole numbers, truth values and text get none.
 *
 * @param absolute room in the unit of the values
 * @param relative room as a share of the expected value
 */
record Tolerance(double absolute, double relative) {
    private static final Tolerance EXACT = new Tolerance(0, 0);

    static Tolerance of(ElementType element) {
        return switch (element) {
            case FLOAT64 -> new Tolerance(1e-10, 1e-9);
            case FLOAT32 -> new Tolerance(1e-5, 1e-4);
            case FLOAT16 -> new Tolerance(1e-3, 4e-3);
            case BFLOAT16 -> new Tolerance(1e-2, 3e-2);
            default -> EXACT;
        };
    }

    boolean allows(double actual, double expected) {
        if (Double.isNaN(actual) || Double.isNaN(expected) || Double.isInfinite(expected)) {
            return Double.compare(actual, expected) == 0;
        }
        return Math.abs(actual - expected) <= absolute + relative * Math.abs(expected);
    }
}
