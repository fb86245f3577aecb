package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.amalgam.onnx.Inspection.Interior;
import dev.amalgam.onnx.Inspection.Value;
import dev.amalgam.tensor.ElementType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads an {@link Inspection} off a model. */
final class Inspector {
    private static final Set<ElementType> NO_PARAMETERS =
            EnumSet.of(ElementType.INT64, ElementType.BOOL, ElementType.STRING);

    private final ModelProto model;
    private final GraphProto graph;

    Inspector(ModelProto model) {
        this.model = model;
        this.graph = model.getGraph();
    }

    Inspection inspect(List<NodeProto> ordered) {
        long[] weights = weights();
        return new Inspection(
                model.getIrVersion(),
                opset(),
                weights[0],
                weights[1],
                operators(),
                Graphs.inputs(graph).stream().map(Inspector::value).toList(),
                graph.getOutputList().stream().map(Inspector::value).toList(),
                interior(ordered),
                (model.getProducerName() + " " + model.getProducerVersion()).strip(),
                metadata());
    }

    private SortedMap<String, Integer> opset() {
        return new TreeMap<>(
                Dialect.of(model.getOpsetImportList(), Optional.empty(), "").opsets());
    }

    /** Parameters and bytes. */
    private long[] weights() {
        long[] sums = new long[2];
        Graphs.forEachTensor(model, weight -> {
            sums[0] += parameters(weight);
            sums[1] += ElementType.ofCode(weight.getDataType())
                    .map(element -> Tensors.storedBytes(element, weight))
                    .orElse((long) weight.getRawData().size());
        });
        return sums;
    }

    private static long parameters(TensorProto weight) {
        boolean counts = ElementType.ofCode(weight.getDataType())
                .map(type -> !NO_PARAMETERS.contains(type))
                .orElse(true);
        return counts ? Arrays.stream(Tensors.dims(weight)).reduce(1, (a, b) -> a * b) : 0;
    }

    private SortedMap<String, Integer> operators() {
        SortedMap<String, Integer> operators = new TreeMap<>();
        Graphs.forEachNode(model, node -> operators.merge(Graphs.operator(node), 1, Integer::sum));
        return operators;
    }

    private List<Interior> interior(List<NodeProto> ordered) {
        Map<String, ValueInfoProto> declared = new HashMap<>();
        graph.getValueInfoList().forEach(value -> declared.put(value.getName(), value));
        graph.getOutputList().forEach(value -> declared.put(value.getName(), value));
        List<Interior> interior = new ArrayList<>();
        for (NodeProto node : ordered) {
            if (Tensors.ofConstant(node).isEmpty()) {
                node.getOutputList().stream()
                        .filter(output -> !output.isEmpty())
                        .map(output -> interior(output, node, declared))
                        .forEach(interior::add);
            }
        }
        return interior;
    }

    private static Interior interior(String tensor, NodeProto node, Map<String, ValueInfoProto> declared) {
        ValueInfoProto value = declared.getOrDefault(tensor, ValueInfoProto.getDefaultInstance());
        return new Interior(tensor, Graphs.operator(node), node.getName(), Types.tensorType(value));
    }

    private static Value value(ValueInfoProto value) {
        return new Value(value.getName(), Types.tensorType(value), Types.text(value));
    }

    private SortedMap<String, String> metadata() {
        SortedMap<String, String> metadata = new TreeMap<>();
        model.getMetadataPropsList().forEach(note -> metadata.put(note.getKey(), note.getValue()));
        return metadata;
    }
}
