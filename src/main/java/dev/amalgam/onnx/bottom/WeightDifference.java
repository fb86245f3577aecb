package dev.amalgam.onnx.bottom;

import dev.amalgam.onnx.CanonicalGraph;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How far weights of two models lie apart. Values are read where they lie in the mapped files, none is copied. */
final class WeightDifference {
    private final CanonicalGraph one;
    private final CanonicalGraph other;
    private final double most;
    private final Map<Pair, Double> known = new HashMap<>();

    private record Pair(String one, String other) {}

    /** @param most what lies further apart is not looked at to the end */
    WeightDifference(CanonicalGraph one, CanonicalGraph other, double most) {
        this.one = one;
        this.other = other;
        this.most = most;
    }

    /** The largest difference of two values; 0 only where the bits are equal or 0 and −0, infinite where it is more than allowed. */
    double between(String weight, String otherWeight) {
        return known.computeIfAbsent(new Pair(weight, otherWeight), this::compare);
    }

    private double compare(Pair pair) {
        if (one.hash(pair.one()).equals(other.hash(pair.other()))) {
            return 0;
        }
        Optional<Tensor> a = one.weight(pair.one());
        Optional<Tensor> b = other.weight(pair.other());
        boolean comparable = most > 0
                && a.isPresent()
                && b.isPresent()
                && a.get().type().equals(b.get().type());
        return comparable ? largest(a.get(), b.get()) : Double.POSITIVE_INFINITY;
    }

    private double largest(Tensor a, Tensor b) {
        return switch (a.element()) {
            case FLOAT32, FLOAT64, FLOAT16, BFLOAT16 -> largest(a.element(), a.elements(), a.bytes(), b.bytes());
            default -> Double.POSITIVE_INFINITY;
        };
    }

    private double largest(ElementType element, long elements, ByteBuffer a, ByteBuffer b) {
        double largest = 0;
        for (int i = 0; i < elements && largest <= most; i++) {
            double difference = Math.abs(value(element, a, i) - value(element, b, i));
            largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
        }
        return largest <= most ? largest : Double.POSITIVE_INFINITY;
    }

    private static double value(ElementType element, ByteBuffer bytes, int i) {
        return switch (element) {
            case FLOAT64 -> bytes.getDouble(i * Double.BYTES);
            case FLOAT32 -> bytes.getFloat(i * Float.BYTES);
            case FLOAT16 -> Float.float16ToFloat(bytes.getShort(i * Short.BYTES));
            default -> Float.intBitsToFloat(bytes.getShort(i * Short.BYTES) << 16);
        };
    }
}
