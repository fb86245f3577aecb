package dev.amalgam.ui.preview;

import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;

/** Single numbers out of a tensor of any element type, read where they lie. */
final class Samples {
    private final Tensor tensor;
    private final ByteBuffer bytes;
    private final int count;

    Samples(Tensor tensor) {
        this.tensor = tensor;
        this.bytes = tensor.bytes();
        this.count = Math.toIntExact(Math.min(Integer.MAX_VALUE, tensor.elements()));
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The number at a place in row-major order; not a number for element types that have none to show. */
    double at(int index) {
        return switch (tensor.element()) {
            case FLOAT32 -> bytes.getFloat(index * 4);
            case FLOAT64 -> bytes.getDouble(index * 8);
            case FLOAT16 -> Float.float16ToFloat(bytes.getShort(index * 2));
            case BFLOAT16 -> Float.intBitsToFloat(bytes.getShort(index * 2) << 16);
            case UINT8, BOOL -> Byte.toUnsignedInt(bytes.get(index));
            case INT8 -> bytes.get(index);
            case UINT16 -> Short.toUnsignedInt(bytes.getShort(index * 2));
            case INT16 -> bytes.getShort(index * 2);
            case INT32 -> bytes.getInt(index * 4);
            case UINT32 -> Integer.toUnsignedLong(bytes.getInt(index * 4));
            case INT64, UINT64 -> bytes.getLong(index * 8);
            default -> Double.NaN;
        };
    }

    /** The number at a place, or 0 where it is not finite, so that one bad value does not spoil a drawing. */
    double finiteAt(int index) {
        double value = at(index);
        return Double.isFinite(value) ? value : 0;
    }
}
