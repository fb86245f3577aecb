package dev.amalgam.export;

import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How far two tensors lie apart.
 *
 * @param maxAbsolute the largest difference of two values, 0 for equal text
 * @param maxUlp the largest difference in units in the last place of the type, for floating point
 * @param within whether every value is within the tolerance of its type
 * @param why what differs, empty where all is within
 */
record Difference(double maxAbsolute, long maxUlp, boolean within, String why) {
    static Difference between(Tensor actual, Tensor expected) {
        if (actual.element() != expected.element() || !Arrays.equals(actual.dims(), expected.dims())) {
            String why = "the type is " + actual.type() + ", expected is " + expected.type();
            return new Difference(Double.POSITIVE_INFINITY, Long.MAX_VALUE, false, why);
        }
        if (actual.equals(expected)) {
            return new Difference(0, 0, true, "");
        }
        return switch (actual.element()) {
            case STRING -> text(actual, expected);
            case FLOAT32, FLOAT64, FLOAT16, BFLOAT16 -> numbers(actual, expected);
            default -> new Difference(Double.POSITIVE_INFINITY, 0, false, "the bytes differ");
        };
    }

    private static Difference text(Tensor actual, Tensor expected) {
        for (int i = 0; i < actual.strings().size(); i++) {
            String is = actual.strings().get(i);
            String should = expected.strings().get(i);
            if (!is.equals(should)) {
                return new Difference(1, 0, false, "text " + i + " is '" + is + "', expected is '" + should + "'");
            }
        }
        throw new IllegalStateException("tensors that differ have no different text");
    }

    private static Difference numbers(Tensor actual, Tensor expected) {
        Tolerance tolerance = Tolerance.of(actual.element());
        double maxAbsolute = 0;
        long maxUlp = 0;
        String why = "";
        for (int i = 0; i < actual.elements(); i++) {
            double is = value(actual, i);
            double should = value(expected, i);
            maxAbsolute = Math.max(maxAbsolute, Double.compare(is, should) == 0 ? 0 : Math.abs(is - should));
            maxUlp = Math.max(maxUlp, Math.abs(ordered(actual, i) - ordered(expected, i)));
            if (why.isEmpty() && !tolerance.allows(is, should)) {
                why = "value " + i + " is " + is + ", expected is " + should;
            }
        }
        return new Difference(maxAbsolute, maxUlp, why.isEmpty(), why);
    }

    private static double value(Tensor tensor, int i) {
        ByteBuffer bytes = tensor.bytes();
        return switch (tensor.element()) {
            case FLOAT64 -> bytes.getDouble(i * Double.BYTES);
            case FLOAT32 -> bytes.getFloat(i * Float.BYTES);
            case FLOAT16 -> Float.float16ToFloat(bytes.getShort(i * Short.BYTES));
            case BFLOAT16 -> Float.intBitsToFloat(bytes.getShort(i * Short.BYTES) << 16);
            default -> throw new IllegalArgumentException("not floating point: " + tensor.element());
        };
    }

    /** The bits as a whole number that grows with the value, so that neighbours differ by 1. */
    private static long ordered(Tensor tensor, int i) {
        ByteBuffer bytes = tensor.bytes();
        long bits = switch (tensor.element()) {
            case FLOAT64 -> bytes.getLong(i * Double.BYTES);
            case FLOAT32 -> bytes.getInt(i * Float.BYTES);
            default -> bytes.getShort(i * Short.BYTES);
        };
        long smallest = -1L << (tensor.element().bits() - 1);
        return bits < 0 ? smallest - bits : bits;
    }
}
