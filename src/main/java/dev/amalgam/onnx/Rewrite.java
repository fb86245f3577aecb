package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One node on its way to a later operator set: its inputs and attributes to change, and the nodes to put before it. */
final class Rewrite {
    private final NodeProto node;
    private final Dialect dialect;
    private final int target;
    private final Function<String, Optional<Tensor>> constants;
    private final UniqueNames tensors;
    private final UniqueNames nodes;
    private final List<String> inputs;
    private final Map<String, AttributeProto> attributes = new LinkedHashMap<>();
    private final List<NodeProto> before = new ArrayList<>();
    private String operator;

    Rewrite(
            NodeProto node,
            Dialect dialect,
            int target,
            Function<String, Optional<Tensor>> constants,
            UniqueNames tensors,
            UniqueNames nodes) {
        this.constants = constants;
        this.node = node;
        this.dialect = dialect;
        this.target = target;
        this.tensors = tensors;
        this.nodes = nodes;
        this.operator = node.getOpType();
        this.inputs = new ArrayList<>(node.getInputList());
        node.getAttributeList().forEach(attribute -> attributes.put(attribute.getName(), attribute));
    }

    NodeProto node() {
        return node;
    }

    Dialect dialect() {
        return dialect;
    }

    /** The operator set that the node is to end in. */
    int target() {
        return target;
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    /** Whether an attribute is a parameter of the function around, so that its value is not known. */
    boolean hasParameter() {
        return attributes.values().stream()
                .anyMatch(value -> !value.getRefAttrName().isEmpty());
    }

    /** How many results somebody may read. */
    long results() {
        return node.getOutputList().stream().filter(name -> !name.isEmpty()).count();
    }

    Optional<Long> number(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeProto::getI);
    }

    Optional<Float> real(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeProto::getF);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(attributes.get(name))
                .map(value -> value.getS().toStringUtf8());
    }

    Optional<long[]> numbers(String name) {
        return Optional.ofNullable(attributes.get(name))
                .map(value ->
                        value.getIntsList().stream().mapToLong(Long::longValue).toArray());
    }

    Optional<float[]> reals(String name) {
        return Optional.ofNullable(attributes.get(name)).map(value -> {
            float[] values = new float[value.getFloatsCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value.getFloats(i);
            }
            return values;
        });
    }

    Rewrite drop(String name) {
        attributes.remove(name);
        return this;
    }

    Rewrite rename(String from, String to) {
        AttributeProto moved = attributes.remove(from);
        if (moved != null) {
            attributes.put(to, moved.toBuilder().setName(to).build());
        }
        return this;
    }

    Rewrite set(String name, long value) {
        attributes.put(
                name,
                AttributeProto.newBuilder()
                        .setName(name)
                        .setType(AttributeType.INT)
                        .setI(value)
                        .build());
        return this;
    }

    Rewrite set(String name, String value) {
        attributes.put(
                name,
                AttributeProto.newBuilder()
                        .setName(name)
                        .setType(AttributeType.STRING)
                        .setS(ByteString.copyFromUtf8(value))
                        .build());
        return this;
    }

    Rewrite operator(String name) {
        operator = name;
        return this;
    }

    String input(int index) {
        return index < inputs.size() ? inputs.get(index) : "";
    }

    /** The values of an input, where they are fixed. */
    Optional<Tensor> constant(int index) {
        return constants.apply(input(index));
    }

    Rewrite input(int index, String name) {
        while (inputs.size() <= index) {
            inputs.add("");
        }
        inputs.set(index, name);
        return this;
    }

    Rewrite input(int index, Tensor constant) {
        return input(index, before("Constant", Attributes.of("value", constant)));
    }

    /** Puts a node before this one and gives its result. */
    String before(String type, Attributes with, String... from) {
        String result = tensors.unique(node.getOutput(0) + "/" + type);
        before.add(NodeProto.newBuilder()
                .setName(nodes.unique(node.getName() + "/" + type))
                .setOpType(type)
                .addAllInput(List.of(from))
                .addAllAttribute(with.protos())
                .addOutput(result)
                .build());
        return result;
    }

    /** The nodes that stand for the old one. */
    List<NodeProto> done() {
        return with(node.getOutputList());
    }

    /** The same, with the result under another name, for nodes that follow. */
    List<NodeProto> with(List<String> outputs) {
        NodeProto.Builder built = node.toBuilder().setOpType(operator);
        built.clearInput().clearAttribute().clearOutput();
        built.addAllInput(inputs).addAllAttribute(attributes.values()).addAllOutput(outputs);
        List<NodeProto> all = new ArrayList<>(before);
        all.add(built.build());
        return all;
    }

    String fresh(String suffix) {
        return tensors.unique(node.getOutput(0) + "/" + suffix);
    }

    String freshNode(String suffix) {
        return nodes.unique(node.getName() + "/" + suffix);
    }
}
