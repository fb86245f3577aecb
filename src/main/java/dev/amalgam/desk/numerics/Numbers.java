package dev.amalgam.desk.numerics;

import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** The values of a tensor as numbers, whatever their element type. */
public final class Numbers {
    private final int size;
    private final IntToDoubleFunction at;

    private Numbers(int size, IntToDoubleFunction at) {
        this.size = size;
        this.at = at;
    }

    /** Empty for texts, and for element types that are not read one by one. */
    public static Optional<Numbers> of(Tensor tensor) {
        ByteBuffer bytes = tensor.bytes();
        IntToDoubleFunction at = switch (tensor.element()) {
            case FLOAT32 -> i -> bytes.getFloat(i * Float.BYTES);
            case FLOAT64 -> i -> bytes.getDouble(i * Double.BYTES);
            case FLOAT16 -> i -> Float.float16ToFloat(bytes.getShort(i * Short.BYTES));
            case UINT8, BOOL -> i -> Byte.toUnsignedInt(bytes.get(i));
            case INT8 -> bytes::get;
            case INT16 -> i -> bytes.getShort(i * Short.BYTES);
            case BFLOAT16 -> i -> Float.intBitsToFloat(bytes.getShort(i * Short.BYTES) << Short.SIZE);
            case UINT16 -> i -> Short.toUnsignedInt(bytes.getShort(i * Short.BYTES));
            case INT32 -> i -> bytes.getInt(i * Integer.BYTES);
            case UINT32 -> i -> Integer.toUnsignedLong(bytes.getInt(i * Integer.BYTES));
            case INT64 -> i -> bytes.getLong(i * Long.BYTES);
            default -> null;
        };
        return Optional.ofNullable(at).map(known -> new Numbers(Math.toIntExact(tensor.elements()), known));
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The number at a place in row-major order. */
    public double at(int i) {
        return at.applyAsDouble(i);
    }

    /** The sum of so many from that place on. */
    public double sum(int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += at(i);
        }
        return sum;
    }

    double length(int from, int count) {
        double squares = 0;
        for (int i = from; i < from + count; i++) {
            squares += at(i) * at(i);
        }
        return Math.sqrt(squares);
    }

    /** How many of them are of a sort. */
    int count(int from, int count, java.util.function.DoublePredicate sort) {
        int found = 0;
        for (int i = from; i < from + count; i++) {
            found += sort.test(at(i)) ? 1 : 0;
        }
        return found;
    }
}
