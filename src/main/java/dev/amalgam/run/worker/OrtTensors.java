package dev.amalgam.run.worker;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tensors of the runtime and ours. */
final class OrtTensors {
    private static final String PREFIX = "ONNX_TENSOR_ELEMENT_DATA_TYPE_";

    /** What a string is taken to weigh beside its characters. */
    private static final long STRING_BYTES = 32;

    /** What needs other memory than ours in the runtime. */
    private static final Set<ElementType> ELSEWHERE =
            EnumSet.of(ElementType.STRING, ElementType.UINT16, ElementType.UINT32, ElementType.UINT64);

    private final OrtEnvironment environment;
    private final Unsigned unsigned;

    OrtTensors(OrtEnvironment environment) {
        this.environment = environment;
        this.unsigned = new Unsigned(environment);
    }

    /**
     * A tensor of the runtime over the same memory, if that is direct; it must stay as long as the tensor does.
     *
     * @throws OrtException for element types that the Java side of the runtime cannot pass on
     */
    OnnxTensor wrap(Tensor tensor) throws OrtException {
        ByteBuffer bytes = tensor.bytes();
        long[] dims = tensor.dims();
        return switch (tensor.element()) {
            case FLOAT32 -> OnnxTensor.createTensor(environment, bytes.asFloatBuffer(), dims);
            case FLOAT64 -> OnnxTensor.createTensor(environment, bytes.asDoubleBuffer(), dims);
            case INT64 -> OnnxTensor.createTensor(environment, bytes.asLongBuffer(), dims);
            case INT32 -> OnnxTensor.createTensor(environment, bytes.asIntBuffer(), dims);
            case INT16 -> OnnxTensor.createTensor(environment, bytes.asShortBuffer(), dims);
            case FLOAT16 -> OnnxTensor.createTensor(environment, bytes.asShortBuffer(), dims, OnnxJavaType.FLOAT16);
            case BFLOAT16 -> OnnxTensor.createTensor(environment, bytes.asShortBuffer(), dims, OnnxJavaType.BFLOAT16);
            case INT8 -> OnnxTensor.createTensor(environment, bytes, dims, OnnxJavaType.INT8);
            case UINT8 -> OnnxTensor.createTensor(environment, bytes, dims, OnnxJavaType.UINT8);
            case BOOL -> OnnxTensor.createTensor(environment, bytes, dims, OnnxJavaType.BOOL);
            case STRING -> OnnxTensor.createTensor(environment, tensor.strings().toArray(String[]::new), dims);
            case UINT16, UINT32, UINT64 -> unsigned.wrap(tensor);
            default ->
                throw new OrtException("this runtime takes no " + tensor.element() + " values from outside a model");
        };
    }

    /** Whether {@link #wrap} gives a tensor over the same memory, where that is direct. */
    static boolean isOverMemory(ElementType element) {
        return !ELSEWHERE.contains(element);
    }

    /** The values, copied out. @throws OrtException for element types that this program does not know */
    static Tensor copy(OnnxTensor tensor) throws OrtException {
        TensorInfo info = tensor.getInfo();
        ElementType element = element(info)
                .orElseThrow(() -> new OrtException("the runtime gives values of an unknown type: " + info));
        if (element != ElementType.STRING) {
            return Tensor.of(element, info.getShape(), tensor.getByteBuffer());
        }
        List<String> texts = new ArrayList<>();
        if (info.getNumElements() > 0) {
            flatten(tensor.getValue(), texts);
        }
        return Tensor.strings(info.getShape(), texts);
    }

    /** A copy in memory of its own. @throws OrtException as {@link #copy} and {@link #wrap} do */
    OnnxTensor own(OnnxTensor tensor) throws OrtException {
        return wrap(copy(tensor));
    }

    private static void flatten(Object value, List<String> texts) {
        if (value instanceof Object[] row) {
            for (Object part : row) {
                flatten(part, texts);
            }
        } else {
            texts.add((String) value);
        }
    }

    /** The bytes of the values. */
    static long bytes(OnnxTensor tensor) {
        TensorInfo info = tensor.getInfo();
        return element(info)
                .map(element -> element == ElementType.STRING
                        ? STRING_BYTES * info.getNumElements()
                        : element.bytes(info.getNumElements()))
                .orElse(0L);
    }

    /** The element type, where this program knows it. */
    static Optional<ElementType> element(TensorInfo info) {
        String name = info.onnxType.name().substring(PREFIX.length());
        return switch (name) {
            case "FLOAT" -> Optional.of(ElementType.FLOAT32);
            case "DOUBLE" -> Optional.of(ElementType.FLOAT64);
            default -> ElementType.named(name.toLowerCase(Locale.ROOT));
        };
    }
}
