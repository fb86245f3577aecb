package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stores weights as float16; an operator makes them float32 again before they are used, so that all types and all computing
 * stay as they are. Rows of numbers, such as variances, stay float32: they are small, and much depends on them. So does a
 * weight with a number that is too large for float16.
 */
final class Halving {
    /** Smaller weights save less than the operator takes. */
    static final int LEAST = 256;

    private static final float LARGEST = 65504;

    private Halving() {}

    static OnnxModel of(OnnxModel model) throws OnnxException, SurgeryException {
        Workpiece piece = new Workpiece(model);
        Map<String, Tensor> halves = new LinkedHashMap<>();
        piece.largeFloats(LEAST).forEach((name, weight) -> {
            if (weight.getDimsCount() > 1) {
                half(weight).ifPresent(half -> halves.put(name, half));
            }
        });
        if (halves.isEmpty()) {
            throw new SurgeryException(
                    Workpiece.nameOf(model) + " has no float32 matrix of " + LEAST
                            + " numbers or more that float16 can hold",
                    "Remove this step");
        }
        piece.removeWeights(halves.keySet());
        halves.forEach((name, half) -> {
            String stored = piece.addWeight(name + "/float16", half);
            piece.add("Cast", Attributes.of("to", ElementType.FLOAT32.code()), List.of(stored), name);
        });
        return piece.done();
    }

    private static Optional<Tensor> half(TensorProto weight) {
        FloatBuffer from = Tensors.toTensor(weight).orElseThrow().floats();
        ByteBuffer to = room(2L * from.remaining());
        while (from.hasRemaining()) {
            float value = from.get();
            if (Math.abs(value) > LARGEST && !Float.isInfinite(value)) {
                return Optional.empty();
            }
            to.putShort(Float.floatToFloat16(value));
        }
        return Optional.of(Tensor.of(ElementType.FLOAT16, Tensors.dims(weight), to.flip()));
    }

    /** Beside the heap, which stays small however large a model is. */
    static ByteBuffer room(long bytes) {
        return Arena.ofAuto().allocate(bytes).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }
}
