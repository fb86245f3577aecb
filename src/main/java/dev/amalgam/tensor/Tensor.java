package dev.amalgam.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of one tensor: row-major, numbers little-endian and packed as ONNX {@code raw_data}, booleans one byte each.
 * Immutable: the buffer is only handed out read-only. Equality is by type, sizes and bits.
 */
public final class Tensor {
    private final ElementType element;
    private final long[] dims;
    private final ByteBuffer bytes;
    private final List<String> strings;
    /** Computed when it is asked for, since a large tensor has many bytes. */
    private volatile @Nullable String sha256;

    private Tensor(ElementType element, long[] dims, ByteBuffer bytes, List<String> strings) {
        this.element = element;
        this.dims = dims.clone();
        this.bytes = bytes;
        this.strings = strings;
        check();
    }

    private void check() {
        boolean text = element == ElementType.STRING;
        long actual = text ? strings.size() : bytes.remaining();
        long needed = needed(text);
        if (actual != needed) {
            String unit = text ? " strings, but " : " bytes, but ";
            throw new IllegalArgumentException(type() + " needs " + needed + unit + actual + " are given");
        }
    }

    private long needed(boolean text) {
        if (Arrays.stream(dims).anyMatch(size -> size < 0)) {
            throw new IllegalArgumentException("no axis of " + type() + " can have fewer than 0 elements");
        }
        try {
            return text ? elements() : element.bytes(elements());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("more elements than can be counted: " + type(), e);
        }
    }

    /**
     * A tensor over these bytes, which must not change afterwards.
     *
     * @throws IllegalArgumentException where their number does not fit the sizes, a size is negative, or for strings
     */
    public static Tensor of(ElementType element, long[] dims, ByteBuffer littleEndian) {
        if (element == ElementType.STRING) {
            throw new IllegalArgumentException("strings have no bytes of a fixed size");
        }
        return new Tensor(element, dims, littleEndian.slice().asReadOnlyBuffer(), List.of());
    }

    /** A float32 tensor. */
    public static Tensor floats(long[] dims, float... values) {
        ByteBuffer buffer = littleEndian(values.length * Float.BYTES);
        buffer.asFloatBuffer().put(values);
        return of(ElementType.FLOAT32, dims, buffer);
    }

    /** An int64 tensor. */
    public static Tensor longs(long[] dims, long... values) {
        ByteBuffer buffer = littleEndian(values.length * Long.BYTES);
        buffer.asLongBuffer().put(values);
        return of(ElementType.INT64, dims, buffer);
    }

    /** A uint8 tensor. */
    public static Tensor bytes(long[] dims, byte... values) {
        return of(ElementType.UINT8, dims, ByteBuffer.wrap(values.clone()));
    }

    /** A string tensor. */
    public static Tensor strings(long[] dims, List<String> values) {
        return new Tensor(ElementType.STRING, dims, ByteBuffer.allocate(0), List.copyOf(values));
    }

    /** A float32 number without axes. */
    public static Tensor scalar(float value) {
        return floats(new long[0], value);
    }

    /** An int64 number without axes. */
    public static Tensor scalar(long value) {
        return longs(new long[0], value);
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What the values are. */
    public ElementType element() {
        return element;
    }

    /** The sizes of the axes, outermost first. */
    public long[] dims() {
        return dims.clone();
    }

    /** The number of elements; 1 for a tensor without axes. */
    public long elements() {
        return Arrays.stream(dims).anyMatch(size -> size == 0)
                ? 0
                : Arrays.stream(dims).reduce(1, Math::multiplyExact);
    }

    /** The element type and the sizes of the axes. */
    public TensorType type() {
        return new TensorType(element, Shape.of(dims));
    }

    /** The values as they lie in memory, read-only, little-endian; empty for strings. */
    public ByteBuffer bytes() {
        return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The values of a string tensor; empty for numbers. */
    public List<String> strings() {
        return strings;
    }

    /** A view of a float32 tensor. @throws IllegalStateException for any other */
    public FloatBuffer floats() {
        require(ElementType.FLOAT32);
        return bytes().asFloatBuffer();
    }

    /** A view of an int64 tensor. @throws IllegalStateException for any other */
    public LongBuffer longs() {
        require(ElementType.INT64);
        return bytes().asLongBuffer();
    }

    private void require(ElementType wanted) {
        if (element != wanted) {
            throw new IllegalStateException("the values are " + element + ", not " + wanted);
        }
    }

    /**
     * The SHA-256 of the raw little-endian bytes, in lower-case hexadecimal; of strings: of each as UTF-8 behind its length
     * as a little-endian int32.
     */
    public String sha256() {
        String known = sha256;
        if (known == null) {
            known = digest();
            sha256 = known;
        }
        return known;
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes());
            for (String text : strings) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                digest.update(littleEndian(Integer.BYTES).putInt(0, utf8.length).array());
                digest.update(utf8);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Tensor that
                        && element == that.element
                        && Arrays.equals(dims, that.dims)
                        && bytes.equals(that.bytes)
                        && strings.equals(that.strings);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * element.hashCode() + Arrays.hashCode(dims)) + bytes.hashCode() + strings.hashCode();
    }

    @Override
    public String toString() {
        return type().toString()
                + (strings.isEmpty() ? "" : strings.stream().limit(5).collect(Collectors.joining(", ", " ", "")));
    }
}
