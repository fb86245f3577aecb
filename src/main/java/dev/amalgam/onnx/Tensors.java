package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** Weights as ONNX stores them, and back. Source: the comments of {@code TensorProto} in onnx.proto3. */
final class Tensors {
    private Tensors() {}

    /** The weight without a name; numbers share their bytes with the tensor. */
    static TensorProto toProto(Tensor tensor) {
        TensorProto.Builder proto =
                TensorProto.newBuilder().setDataType(tensor.element().code());
        for (long dim : tensor.dims()) {
            proto.addDims(dim);
        }
        if (tensor.element() == ElementType.STRING) {
            tensor.strings().forEach(text -> proto.addStringData(ByteString.copyFromUtf8(text)));
        } else {
            proto.setRawData(UnsafeByteOperations.unsafeWrap(tensor.bytes()));
        }
        return proto.build();
    }

    /** The values, aliased where they are stored raw; empty for element types that this program does not know. */
    static Optional<Tensor> toTensor(TensorProto proto) {
        return ElementType.ofCode(proto.getDataType()).map(element -> toTensor(element, proto));
    }

    private static Tensor toTensor(ElementType element, TensorProto proto) {
        long[] dims = dims(proto);
        if (element == ElementType.STRING) {
            return Tensor.strings(
                    dims,
                    proto.getStringDataList().stream()
                            .map(ByteString::toStringUtf8)
                            .toList());
        }
        ByteBuffer bytes = proto.hasRawData() ? proto.getRawData().asReadOnlyByteBuffer() : packed(element, proto);
        return Tensor.of(element, dims, bytes);
    }

    static long[] dims(TensorProto proto) {
        return proto.getDimsList().stream().mapToLong(Long::longValue).toArray();
    }

    /** The typed fields as raw bytes: each field holds several element types, one entry an element (4-bit types: two). */
    private static ByteBuffer packed(ElementType element, TensorProto proto) {
        int bytes = Math.toIntExact(storedBytes(element, proto));
        ByteBuffer raw = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        switch (element) {
            case FLOAT32, COMPLEX64 -> proto.getFloatDataList().forEach(raw::putFloat);
            case FLOAT64, COMPLEX128 -> proto.getDoubleDataList().forEach(raw::putDouble);
            case INT64 -> proto.getInt64DataList().forEach(raw::putLong);
            case UINT64 -> proto.getUint64DataList().forEach(raw::putLong);
            case UINT32 -> proto.getUint64DataList().forEach(value -> raw.putInt(value.intValue()));
            case INT32 -> proto.getInt32DataList().forEach(raw::putInt);
            case INT16, UINT16, FLOAT16, BFLOAT16 ->
                proto.getInt32DataList().forEach(value -> raw.putShort(value.shortValue()));
            default -> proto.getInt32DataList().forEach(value -> raw.put(value.byteValue()));
        }
        return raw.flip();
    }

    /** Bytes that the values take as they are stored, whichever field holds them. */
    static long storedBytes(ElementType element, TensorProto proto) {
        if (proto.hasRawData()) {
            return proto.getRawData().size();
        }
        return switch (element) {
            case STRING ->
                proto.getStringDataList().stream().mapToLong(ByteString::size).sum();
            case FLOAT32, COMPLEX64 -> 4L * proto.getFloatDataCount();
            case FLOAT64, COMPLEX128 -> 8L * proto.getDoubleDataCount();
            case INT64 -> 8L * proto.getInt64DataCount();
            case UINT64 -> 8L * proto.getUint64DataCount();
            case UINT32 -> 4L * proto.getUint64DataCount();
            case INT32 -> 4L * proto.getInt32DataCount();
            case INT16, UINT16, FLOAT16, BFLOAT16 -> 2L * proto.getInt32DataCount();
            default -> proto.getInt32DataCount();
        };
    }

    /** The value of a Constant node, where it is a dense tensor; that of any other node is empty. */
    static Optional<TensorProto> ofConstant(NodeProto node) {
        if (!node.getOpType().equals("Constant") || !isDefault(node.getDomain()) || node.getAttributeCount() != 1) {
            return Optional.empty();
        }
        AttributeProto value = node.getAttribute(0);
        if (!value.getRefAttrName().isEmpty()) {
            return Optional.empty();
        }
        return switch (value.getName()) {
            case "value" -> Optional.of(value.getT());
            case "value_float" -> Optional.of(floats(List.of(value.getF()), false));
            case "value_floats" -> Optional.of(floats(value.getFloatsList(), true));
            case "value_int" -> Optional.of(ints(List.of(value.getI()), false));
            case "value_ints" -> Optional.of(ints(value.getIntsList(), true));
            case "value_string" -> Optional.of(strings(List.of(value.getS()), false));
            case "value_strings" -> Optional.of(strings(value.getStringsList(), true));
            default -> Optional.empty();
        };
    }

    static boolean isDefault(String domain) {
        return domain.isEmpty() || domain.equals("ai.onnx");
    }

    private static TensorProto floats(List<Float> values, boolean list) {
        return shaped(ElementType.FLOAT32, values.size(), list)
                .addAllFloatData(values)
                .build();
    }

    private static TensorProto ints(List<Long> values, boolean list) {
        return shaped(ElementType.INT64, values.size(), list)
                .addAllInt64Data(values)
                .build();
    }

    private static TensorProto strings(List<ByteString> values, boolean list) {
        return shaped(ElementType.STRING, values.size(), list)
                .addAllStringData(values)
                .build();
    }

    private static TensorProto.Builder shaped(ElementType element, int size, boolean list) {
        TensorProto.Builder proto = TensorProto.newBuilder().setDataType(element.code());
        return list ? proto.addDims(size) : proto;
    }
}
