package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types as ONNX writes them, and back. */
final class Types {
    private Types() {}

    /** A declaration; sizes nobody named and leading axes whose number is open stay unsaid. */
    static ValueInfoProto declare(String name, TensorType type) {
        if (!(type.element() instanceof ElementType element)) {
            throw new IllegalArgumentException("the type of " + name + " is still open: " + type);
        }
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(element.code());
        if (type.shape().pack().isEmpty()) {
            TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
            type.shape().dims().forEach(dim -> shape.addDim(dimension(dim)));
            tensor.setShape(shape);
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    private static Dimension dimension(Dim dim) {
        Dimension.Builder built = Dimension.newBuilder();
        if (dim.known().isPresent()) {
            built.setDimValue(dim.known().getAsLong());
        } else if (dim.terms().keySet().stream().noneMatch(variable -> variable.isAnonymous())) {
            built.setDimParam(dim.toString());
        }
        return built.build();
    }

    /** The type, where it is a tensor of an element type this program knows. */
    static Optional<TensorType> tensorType(ValueInfoProto value) {
        TypeProto type = value.getType();
        return type.hasTensorType()
                ? ElementType.ofCode(type.getTensorType().getElemType())
                        .map(element -> new TensorType(element, shape(value.getName(), type.getTensorType())))
                : Optional.empty();
    }

    private static Shape shape(String owner, TypeProto.Tensor type) {
        if (!type.hasShape()) {
            return Shape.unranked(owner);
        }
        List<Dim> dims = new ArrayList<>();
        for (Dimension dim : type.getShape().getDimList()) {
            dims.add(dim(owner + "." + dims.size(), dim));
        }
        return Shape.of(dims);
    }

    /** Exporters write unknown sizes as nothing, as −1, as an empty name or as a question mark. */
    private static Dim dim(String place, Dimension dim) {
        if (dim.hasDimValue() && dim.getDimValue() >= 0) {
            return Dim.of(dim.getDimValue());
        }
        String name = dim.getDimParam().strip();
        return name.isEmpty() || name.startsWith("?") ? Dim.unknown(place) : Dim.named(name);
    }

    /** The type for people, of whatever kind it is: {@code sequence(float32[N])}. */
    static String text(ValueInfoProto value) {
        return tensorType(value).map(TensorType::toString).orElseGet(() -> text(value.getName(), value.getType()));
    }

    private static String text(String owner, TypeProto type) {
        return switch (type.getValueCase()) {
            case TENSOR_TYPE -> element(type.getTensorType().getElemType()) + shape(owner, type.getTensorType());
            case SEQUENCE_TYPE ->
                "sequence(" + text(owner, type.getSequenceType().getElemType()) + ")";
            case OPTIONAL_TYPE ->
                "optional(" + text(owner, type.getOptionalType().getElemType()) + ")";
            case MAP_TYPE ->
                "map(" + element(type.getMapType().getKeyType()) + ","
                        + text(owner, type.getMapType().getValueType()) + ")";
            case SPARSE_TENSOR_TYPE ->
                "sparse(" + element(type.getSparseTensorType().getElemType()) + ")";
            case OPAQUE_TYPE -> "opaque(" + type.getOpaqueType().getName() + ")";
            case VALUE_NOT_SET -> "?";
        };
    }

    private static String element(int code) {
        return ElementType.ofCode(code).map(ElementType::toString).orElse("type" + code);
    }
}
