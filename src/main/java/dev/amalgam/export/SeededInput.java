package dev.amalgam.export;

import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.DimVariable;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Noise that comes out the same wherever it is made, so that a certificate can be proved without the project's own files.
 * Sizes that are open become small ones. The generator is {@link SplittableRandom}, whose algorithm the JDK fixes.
 */
public final class SeededInput {
    private static final long[] OPEN_SIZES = {96, 128, 64, 80};

    /** Noise beyond this takes longer to make and to run than it proves. */
    private static final long MOST_BYTES = 64 << 20;

    private SeededInput() {}

    /** Noise for several inputs, in the order of their names; empty where one of them can have none. */
    public static Optional<Map<String, Tensor>> all(Map<String, TensorType> types, long seed) {
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
    public static Optional<Tensor> of(TensorType type, long seed) {
        if (!(type.element() instanceof ElementType element)
                || type.shape().pack().isPresent()) {
            return Optional.empty();
        }
        long[] dims = sizes(type.shape().dims());
        return isModest(element, dims) ? fill(element, dims, new SplittableRandom(seed)) : Optional.empty();
    }

    /** Sizes of one name get one size: a square stays a square. */
    private static long[] sizes(List<Dim> dims) {
        Map<DimVariable, Dim> open = new HashMap<>();
        return dims.stream()
                .map(dim -> dim.substitute(name ->
                        open.computeIfAbsent(name, _ -> Dim.of(OPEN_SIZES[open.size() % OPEN_SIZES.length]))))
                .mapToLong(dim -> dim.known().orElseThrow())
                .toArray();
    }

    private static boolean isModest(ElementType element, long[] dims) {
        double elements = 1;
        for (long size : dims) {
            elements *= size;
        }
        return Arrays.stream(dims).allMatch(size -> size >= 0)
                && elements * Math.max(8, element.bits()) <= 8.0 * MOST_BYTES;
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
