package dev.amalgam.tensor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The element types of ONNX tensors. Source of the codes: {@code TensorProto.DataType} in onnx.proto3. */
public enum ElementType implements Element {
    FLOAT32(1, 32),
    UINT8(2, 8),
    INT8(3, 8),
    UINT16(4, 16),
    INT16(5, 16),
    INT32(6, 32),
    INT64(7, 64),
    STRING(8, 0),
    BOOL(9, 8),
    FLOAT16(10, 16),
    FLOAT64(11, 64),
    UINT32(12, 32),
    UINT64(13, 64),
    COMPLEX64(14, 64),
    COMPLEX128(15, 128),
    BFLOAT16(16, 16),
    FLOAT8E4M3FN(17, 8),
    FLOAT8E4M3FNUZ(18, 8),
    FLOAT8E5M2(19, 8),
    FLOAT8E5M2FNUZ(20, 8),
    UINT4(21, 4),
    INT4(22, 4),
    FLOAT4E2M1(23, 4),
    FLOAT8E8M0(24, 8);

    private static final ElementType[] BY_CODE = new ElementType[25];

    static {
        for (ElementType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;
    private final int bits;

    ElementType(int code, int bits) {
        this.code = code;
        this.bits = bits;
    }

    /** The number ONNX gives this type. */
    public int code() {
        return code;
    }

    /** Bits of one element; 0 for strings, which have no fixed size. */
    public int bits() {
        return bits;
    }

    /** Bytes that {@code elements} elements take when packed; 0 for strings. */
    public long bytes(long elements) {
        return Math.ceilDiv(Math.multiplyExact(elements, bits), 8L);
    }

    /** Whether values may have a fraction. */
    public boolean isFloating() {
        return switch (this) {
            case FLOAT32,
                    FLOAT16,
                    FLOAT64,
                    BFLOAT16,
                    FLOAT8E4M3FN,
                    FLOAT8E4M3FNUZ,
                    FLOAT8E5M2,
                    FLOAT8E5M2FNUZ,
                    FLOAT4E2M1,
                    FLOAT8E8M0 -> true;
            default -> false;
        };
    }

    /** The type of an ONNX data type number, or empty where this program does not know it. */
    public static Optional<ElementType> ofCode(int code) {
        return code > 0 && code < BY_CODE.length ? Optional.ofNullable(BY_CODE[code]) : Optional.empty();
    }

    /** The type that prints as {@code name}, such as {@code float32}. */
    public static Optional<ElementType> named(String name) {
        return Arrays.stream(values()).filter(t -> t.toString().equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
