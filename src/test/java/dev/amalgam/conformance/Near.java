package dev.amalgam.conformance;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;

/** Whether two tensors agree within the tolerance of ONNX's own tests. */
final class Near {
    private Near() {}

    static boolean agree(Tensor expected, Tensor got, double relative, double absolute) {
        if (!expected.type().equals(got.type())) {
            return false;
        }
        if (!isReal(expected.element())) {
            return expected.equals(got);
        }
        for (int i = 0; i < expected.elements(); i++) {
            double a = value(expected, i);
            double b = value(got, i);
            if (Double.compare(a, b) != 0 && !(Math.abs(a - b) <= absolute + relative * Math.abs(a))) {
                return false;
            }
        }
        return true;
    }

    private static double value(Tensor tensor, int i) {
        return switch (tensor.element()) {
            case FLOAT64 -> tensor.bytes().getDouble(i * Double.BYTES);
            case FLOAT32 -> tensor.bytes().getFloat(i * Float.BYTES);
            case FLOAT16 -> Float.float16ToFloat(tensor.bytes().getShort(i * Short.BYTES));
            default -> Float.intBitsToFloat(tensor.bytes().getShort(i * Short.BYTES) << 16);
        };
    }

    private static boolean isReal(ElementType element) {
        return switch (element) {
            case FLOAT16, FLOAT32, FLOAT64, BFLOAT16 -> true;
            default -> false;
        };
    }
}
