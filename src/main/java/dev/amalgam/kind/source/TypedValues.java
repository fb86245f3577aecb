package dev.amalgam.kind.source;

import dev.amalgam.kind.KindException;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** A tensor from numbers that were typed in. */
final class TypedValues {
    /** What can be typed in. */
    static final List<ElementType> ELEMENTS = List.of(
            ElementType.FLOAT32,
            ElementType.FLOAT64,
            ElementType.INT64,
            ElementType.INT32,
            ElementType.UINT8,
            ElementType.BOOL);

    private static final long MOST = 1_000_000;

    private TypedValues() {}

    /** One value stands for all; otherwise there must be as many as the shape has elements. */
    static Tensor tensor(ElementType element, double[] shape, double[] values) throws KindException {
        long[] dims = dims(shape, MOST, "Put large tensors into a NumPy file");
        long elements = Arrays.stream(dims).reduce(1, (a, b) -> a * b);
        if (values.length != elements && values.length != 1) {
            throw KindException.setting(
                    "values",
                    "there are " + values.length + ", and the shape " + Arrays.toString(dims) + " has " + elements,
                    "Give one value for all, or " + elements);
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) element.bytes(elements)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < elements; i++) {
            put(bytes, element, values[values.length == 1 ? 0 : i]);
        }
        return Tensor.of(element, dims, bytes.flip());
    }

    /**
     * The sizes of the axes.
     *
     * @param most elements, and the size of an axis
     * @param remedy what to do where there are more
     */
    static long[] dims(double[] shape, long most, String remedy) throws KindException {
        for (double size : shape) {
            if (size < 0 || size > most || size != Math.rint(size)) {
                throw KindException.setting(
                        "shape", size + " is not the size of an axis", "Give whole numbers from 0 to " + most);
            }
        }
        long[] dims = Arrays.stream(shape).mapToLong(size -> (long) size).toArray();
        if (Arrays.stream(shape).reduce(1, (a, b) -> a * b) > most) {
            throw KindException.setting(
                    "shape", Arrays.toString(dims) + " has more than " + most + " elements", remedy);
        }
        return dims;
    }

    private static void put(ByteBuffer bytes, ElementType element, double value) throws KindException {
        switch (element) {
            case FLOAT32 -> bytes.putFloat((float) value);
            case FLOAT64 -> bytes.putDouble(value);
            case INT64 -> bytes.putLong(whole(element, value, -0x1p53, 0x1p53));
            case INT32 -> bytes.putInt((int) whole(element, value, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case UINT8 -> bytes.put((byte) whole(element, value, 0, 255));
            case BOOL -> bytes.put((byte) whole(element, value, 0, 1));
            default -> throw new IllegalArgumentException("cannot be typed in: " + element);
        }
    }

    private static long whole(ElementType element, double value, double least, double most) throws KindException {
        if (value != Math.rint(value) || value < least || value > most) {
            throw KindException.setting(
                    "values", value + " is not " + element, "Give whole numbers in the range of " + element);
        }
        return (long) value;
    }
}
