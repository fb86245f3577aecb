package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import dev.amalgam.onnx.Structure.Attribute;
import dev.amalgam.onnx.Structure.Operator;
import dev.amalgam.onnx.Structure.Weight;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the nodes of a graph into {@link Structure}; weights stay where they are. */
final class StructureReader {
    /** As much of a list as is read at a glance. */
    private static final int MOST_ITEMS = 16;

    private static final int MOST_LETTERS = 240;

    private StructureReader() {}

    static Structure of(GraphProto graph, List<NodeProto> ordered) {
        SequencedMap<String, Weight> weights = new LinkedHashMap<>();
        graph.getInitializerList().forEach(weight -> weights.put(weight.getName(), weight(weight.getName(), weight)));
        graph.getSparseInitializerList().forEach(weight -> {
            String name = weight.getValues().getName();
            Weight values = weight(name, weight.getValues());
            weights.put(name, new Weight(name, values.element(), weight.getDimsList(), values.bytes()));
        });
        List<Operator> operators = new ArrayList<>();
        for (NodeProto node : ordered) {
            Optional<TensorProto> constant = Tensors.ofConstant(node);
            if (constant.isPresent()) {
                weights.put(node.getOutput(0), weight(node.getOutput(0), constant.get()));
            } else {
                operators.add(operator(node));
            }
        }
        return new Structure(operators, weights);
    }

    private static Weight weight(String name, TensorProto tensor) {
        Optional<ElementType> element = ElementType.ofCode(tensor.getDataType());
        return new Weight(
                name,
                element.map(ElementType::toString).orElse("type " + tensor.getDataType()),
                tensor.getDimsList(),
                element.map(known -> Tensors.storedBytes(known, tensor)).orElse(0L));
    }

    private static Operator operator(NodeProto node) {
        Set<String> captured = Graphs.reads(node);
        captured.removeAll(node.getInputList());
        return new Operator(
                node.getOpType(),
                Dialect.domain(node.getDomain()),
                node.getName(),
                node.getInputList(),
                captured,
                node.getOutputList(),
                node.getAttributeList().stream()
                        .map(attribute -> new Attribute(attribute.getName(), text(attribute)))
                        .toList());
    }

    private static String text(AttributeProto attribute) {
        return switch (attribute.getType()) {
            case FLOAT -> Float.toString(attribute.getF());
            case INT -> Long.toString(attribute.getI());
            case STRING -> shortened(attribute.getS().toStringUtf8());
            case FLOATS -> list(attribute.getFloatsList());
            case INTS -> list(attribute.getIntsList());
            case STRINGS ->
                list(attribute.getStringsList().stream()
                        .limit(MOST_ITEMS + 1L)
                        .map(ByteString::toStringUtf8)
                        .toList());
            case TENSOR -> tensor(attribute.getT());
            case TENSORS ->
                list(attribute.getTensorsList().stream()
                        .map(StructureReader::tensor)
                        .toList());
            case GRAPH -> graph(attribute.getG());
            case GRAPHS ->
                list(attribute.getGraphsList().stream()
                        .map(StructureReader::graph)
                        .toList());
            default -> attribute.getRefAttrName();
        };
    }

    private static String list(List<?> items) {
        String shown = items.stream().limit(MOST_ITEMS).map(String::valueOf).collect(Collectors.joining(", "));
        return shortened(items.size() > MOST_ITEMS ? shown + ", …" : shown);
    }

    private static String shortened(String text) {
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS) + "…";
    }

    /** The type, and of a single number its value. */
    private static String tensor(TensorProto proto) {
        return Tensors.toTensor(proto)
                .map(tensor -> tensor.type() + (tensor.elements() == 1 ? value(tensor) : ""))
                .orElseGet(() -> "type " + proto.getDataType());
    }

    private static String value(Tensor tensor) {
        return switch (tensor.element()) {
            case FLOAT32 -> " " + tensor.floats().get(0);
            case INT64 -> " " + tensor.longs().get(0);
            case STRING -> " " + shortened(tensor.strings().getFirst());
            default -> "";
        };
    }

    private static String graph(GraphProto graph) {
        return graph.getNodeList().stream()
                .limit(MOST_ITEMS)
                .map(Graphs::operator)
                .collect(Collectors.joining(
                        ", ", graph.getNodeCount() + ": ", graph.getNodeCount() > MOST_ITEMS ? ", …" : ""));
    }
}
