package dev.amalgam.run.worker;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.EnumMap;
import java.util.Map;

/**
 * Tensors of uint16, uint32 and uint64. The Java side of the runtime has no such types, so the values go in as larger signed
 * integers, or for uint64 as int64 with the same bits, and the runtime's own Cast makes them what they are.
 */
final class Unsigned {
    private final OrtEnvironment environment;
    private final Map<ElementType, OrtSession> casts = new EnumMap<>(ElementType.class);

    Unsigned(OrtEnvironment environment) {
        this.environment = environment;
    }

    OnnxTensor wrap(Tensor tensor) throws OrtException {
        try (OnnxTensor signed = signed(tensor)) {
            OrtSession.Result result = cast(tensor.element()).run(Map.of("x", signed));
            return (OnnxTensor) result.get(0);
        }
    }

    private OnnxTensor signed(Tensor tensor) throws OrtException {
        ByteBuffer bytes = tensor.bytes();
        int elements = Math.toIntExact(tensor.elements());
        return switch (tensor.element()) {
            case UINT16 -> OnnxTensor.createTensor(environment, wider(bytes.asShortBuffer(), elements), tensor.dims());
            case UINT32 -> OnnxTensor.createTensor(environment, wider(bytes.asIntBuffer(), elements), tensor.dims());
            default -> OnnxTensor.createTensor(environment, bytes.asLongBuffer(), tensor.dims());
        };
    }

    private static IntBuffer wider(ShortBuffer values, int elements) {
        IntBuffer wide = direct(Math.multiplyExact(elements, Integer.BYTES)).asIntBuffer();
        for (int i = 0; i < elements; i++) {
            wide.put(i, Short.toUnsignedInt(values.get(i)));
        }
        return wide;
    }

    private static LongBuffer wider(IntBuffer values, int elements) {
        LongBuffer wide = direct(Math.multiplyExact(elements, Long.BYTES)).asLongBuffer();
        for (int i = 0; i < elements; i++) {
            wide.put(i, Integer.toUnsignedLong(values.get(i)));
        }
        return wide;
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    private OrtSession cast(ElementType to) throws OrtException {
        OrtSession known = casts.get(to);
        if (known != null) {
            return known;
        }
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.disablePerSessionThreads();
            OrtSession fresh = environment.createSession(model(to), options);
            casts.put(to, fresh);
            return fresh;
        }
    }

    private static byte[] model(ElementType to) {
        ElementType from = to == ElementType.UINT16 ? ElementType.INT32 : ElementType.INT64;
        GraphBuilder graph = new GraphBuilder("cast");
        Ref x = graph.input("x", new TensorType(from, Shape.unranked("S")));
        Ref y = graph.scope("cast").op("Cast", Attributes.of("to", to.code()), x);
        graph.output("y", y, new TensorType(to, Shape.unranked("S")));
        try {
            ByteBuffer model = graph.build().toBytes();
            byte[] bytes = new byte[model.remaining()];
            model.get(bytes);
            return bytes;
        } catch (OnnxException e) {
            throw new IllegalStateException("a Cast is a model", e);
        }
    }
}
