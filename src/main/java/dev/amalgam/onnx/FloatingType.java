package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.amalgam.tensor.ElementType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the one floating element type that all floating tensors of a model have. Some operators once took numbers as
 * attributes and now take them as inputs, which must be of the type of the data; nearly every model has just one.
 */
final class FloatingType {
    /** These make float32 out of nothing where no attribute says otherwise. */
    private static final Set<String> MAKERS = Set.of(
            "ConstantOfShape",
            "EyeLike",
            "RandomNormal",
            "RandomUniform",
            "RandomNormalLike",
            "RandomUniformLike",
            "Multinomial",
            "DequantizeLinear",
            "DynamicQuantizeLinear");

    private FloatingType() {}

    static Optional<ElementType> of(ModelProto model) {
        Set<ElementType> found = EnumSet.noneOf(ElementType.class);
        model.getGraph()
                .getInputList()
                .forEach(input -> add(input.getType().getTensorType().getElemType(), found));
        Graphs.forEachTensor(model, weight -> add(weight.getDataType(), found));
        Graphs.forEachNode(model, node -> add(node, found));
        found.removeIf(type -> !type.isFloating());
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static void add(NodeProto node, Set<ElementType> found) {
        if (MAKERS.contains(node.getOpType())) {
            found.add(ElementType.FLOAT32);
        }
        for (AttributeProto attribute : node.getAttributeList()) {
            switch (attribute.getName()) {
                case "to", "dtype", "output_dtype" -> add((int) attribute.getI(), found);
                case "value_float", "value_floats" -> found.add(ElementType.FLOAT32);
                default -> {}
            }
        }
    }

    private static void add(int code, Set<ElementType> found) {
        ElementType.ofCode(code).ifPresent(found::add);
    }
}
