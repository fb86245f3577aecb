package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A graph that can be typed but not run: its large weights, initializers or constants, are inputs of their type. */
final class Weightless {
    /** Numbers that sizes follow from are few; these stay. */
    private static final int SMALL_BYTES = 4096;

    private final GraphProto.Builder graph;
    private final Set<String> inputs = new HashSet<>();

    private Weightless(GraphProto.Builder graph) {
        this.graph = graph;
        graph.getInputList().forEach(input -> inputs.add(input.getName()));
    }

    /** Takes the weights out of {@code graph}. */
    static GraphProto of(GraphProto.Builder graph) {
        Weightless light = new Weightless(graph);
        light.initializers();
        light.constants();
        return graph.build();
    }

    private void initializers() {
        List<TensorProto> weights = List.copyOf(graph.getInitializerList());
        graph.clearInitializer();
        for (TensorProto weight : weights) {
            if (weight.getSerializedSize() <= SMALL_BYTES) {
                graph.addInitializer(weight);
            } else {
                feed(weight.getName(), weight);
            }
        }
    }

    private void constants() {
        List<NodeProto> nodes = List.copyOf(graph.getNodeList());
        graph.clearNode();
        for (NodeProto node : nodes) {
            Optional<TensorProto> large =
                    Tensors.ofConstant(node).filter(weight -> weight.getSerializedSize() > SMALL_BYTES);
            if (large.isPresent()) {
                feed(node.getOutput(0), large.get());
            } else {
                graph.addNode(node);
            }
        }
    }

    private void feed(String name, TensorProto weight) {
        if (inputs.add(name)) {
            TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
            weight.getDimsList()
                    .forEach(size -> shape.addDim(Dimension.newBuilder().setDimValue(size)));
            TypeProto.Tensor.Builder type = TypeProto.Tensor.newBuilder()
                    .setElemType(weight.getDataType())
                    .setShape(shape);
            graph.addInput(ValueInfoProto.newBuilder()
                    .setName(name)
                    .setType(TypeProto.newBuilder().setTensorType(type)));
        }
    }
}
