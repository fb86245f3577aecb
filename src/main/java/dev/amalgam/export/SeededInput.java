package dev.amalgam.export;

import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Noise that comes out the same wherever it is made, so that a certificate can be proved without the project's own files.
 * Sizes that are open become small ones. The generator is {@link SplittableRandom}, whose algorithm the JDK fixes.
 */
final class SeededInput {
    private static final long[] OPEN_SIZES = {96, 128, 64, 80};

    private SeededInput() {}

    /** Noise for several inputs, in the order of their names; empty where one of them can have none. */
    static Optional<Map<String, Tensor>> all(Map<String, TensorType> types, long seed) {
        Map<String, Tensor> noise = new TreeMap<>();
        for (Map.Entry<String, TensorType> type : new TreeMap<>(types).entrySet()) {
            Optional<Tensor> one = of(type.getValue(), seed + noise.size());
            if (one.isEmpty()) {
                return Optional.empty();
            }
            noise.put(type.getKey(), one.get());
        }
        return Optional.of(noise);
    }

    /** Noise of that type: bytes over their whole range, floating point from -1 to 1; empty for types it has no idea of. */
    static Optional<Tensor> of(TensorType type, long seed) {
        if (!(type.element() instanceof ElementType element)
                || type.shape().pack().isPresent()) {
            return Optional.empty();
        }
        int[] open = {0};
        long[] dims =
                type.shape().dims().stream().mapToLong(dim -> size(dim, open)).toArray();
        return fill(element, dims, new SplittableRandom(seed));
    }

    private static long size(Dim dim, int[] open) {
        return dim.known().orElseGet(() -> OPEN_SIZES[open[0]++ % OPEN_SIZES.length]);
    }

    private static Optional<Tensor> fill(ElementType element, long[] dims, SplittableRandom random) {
        int elements = Math.toIntExact(Arrays.stream(dims).reduce(1, Math::multiplyExact));
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.toIntExact(element.bytes(elements))).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < elements; i++) {
            switch (element) {
                case UINT8, INT8 -> bytes.put((byte) random.nextInt(256));
                case BOOL -> bytes.put((byte) random.nextInt(2));
                case INT32 -> bytes.putInt(random.nextInt(2));
                case INT64 -> bytes.putLong(random.nextInt(2));
                case FLOAT32 -> bytes.putFloat((float) random.nextDouble(-1, 1));
                case FLOAT64 -> bytes.putDouble(random.nextDouble(-1, 1));
                case FLOAT16 -> bytes.putShort(Float.floatToFloat16((float) random.nextDouble(-1, 1)));
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(Tensor.of(element, dims, bytes.flip()));
    }
}
