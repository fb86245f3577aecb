package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes small models by hand. A node is written {@code "a b -> c"}: what it reads, and what it makes; {@code -} leaves out. */
final class ModelMaker {
    final ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(8);
    final GraphProto.Builder graph = GraphProto.newBuilder().setName("g");

    static ModelMaker opset(int version) {
        ModelMaker maker = new ModelMaker();
        maker.model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(version));
        return maker;
    }

    /** A graph for inside a node. */
    static ModelMaker inner() {
        return new ModelMaker();
    }

    ModelMaker domain(String name, int version) {
        model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(name).setVersion(version));
        return this;
    }

    ModelMaker input(String name, String type) {
        graph.addInput(Types.declare(name, TensorType.parse(type)));
        return this;
    }

    ModelMaker output(String name, String type) {
        graph.addOutput(Types.declare(name, TensorType.parse(type)));
        return this;
    }

    ModelMaker interior(String name, String type) {
        graph.addValueInfo(Types.declare(name, TensorType.parse(type)));
        return this;
    }

    ModelMaker weight(String name, Tensor value) {
        return weight(Tensors.toProto(value).toBuilder().setName(name).build());
    }

    ModelMaker weight(TensorProto weight) {
        graph.addInitializer(weight);
        return this;
    }

    ModelMaker node(String operator, String wiring) {
        return node(operator, wiring, Attributes.NONE);
    }

    ModelMaker node(String operator, String wiring, Attributes attributes) {
        graph.addNode(wire(operator, wiring).addAllAttribute(attributes.protos()));
        return this;
    }

    ModelMaker node(NodeProto node) {
        graph.addNode(node);
        return this;
    }

    /** A node with graphs inside, by attribute. */
    ModelMaker nodeWith(String operator, String wiring, String attribute, ModelMaker inside, Object... more) {
        NodeProto.Builder node = wire(operator, wiring).addAttribute(graph(attribute, inside));
        for (int i = 0; i < more.length; i += 2) {
            node.addAttribute(graph((String) more[i], (ModelMaker) more[i + 1]));
        }
        graph.addNode(node);
        return this;
    }

    private static AttributeProto graph(String name, ModelMaker inside) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.GRAPH)
                .setG(inside.graph)
                .build();
    }

    ModelMaker function(String domain, String name, int opset, String wiring, NodeProto... body) {
        NodeProto ends = wire("", wiring).build();
        model.addFunctions(FunctionProto.newBuilder()
                .setDomain(domain)
                .setName(name)
                .addAllInput(ends.getInputList())
                .addAllOutput(ends.getOutputList())
                .addAllNode(List.of(body))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(opset)));
        return this;
    }

    /** A node by itself; {@code domain::Name} is of another domain. */
    static NodeProto.Builder wire(String operator, String wiring) {
        String[] name = operator.split("::", 2);
        String[] sides = wiring.split("->", 2);
        NodeProto.Builder node = NodeProto.newBuilder().setOpType(name[name.length - 1]);
        if (name.length > 1) {
            node.setDomain(name[0]);
        }
        words(sides[0]).forEach(input -> node.addInput(input.equals("-") ? "" : input));
        words(sides[1]).forEach(output -> node.addOutput(output.equals("-") ? "" : output));
        return node;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /** All open sizes are called this instead. */
    ModelMaker named(String size) {
        return sizes(dim -> dim.setDimParam(size));
    }

    /** All open sizes are −1 instead, as some exporters write them. */
    ModelMaker negative() {
        return sizes(dim -> dim.setDimValue(-1));
    }

    private ModelMaker sizes(Consumer<Dimension.Builder> change) {
        Stream.concat(graph.getInputBuilderList().stream(), graph.getOutputBuilderList().stream())
                .flatMap(value ->
                        value.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder().getDimBuilderList().stream())
                .filter(dim -> !dim.hasDimValue())
                .forEach(change);
        return this;
    }

    ModelProto proto() {
        return model.clone().setGraph(graph).build();
    }

    byte[] bytes() {
        return proto().toByteArray();
    }

    OnnxModel make() throws OnnxException {
        return OnnxModel.parse(ByteBuffer.wrap(bytes()), "hand-made.onnx");
    }
}
