package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Renames what nodes read and make. A graph inside a node sees the names of the graph around it, unless it makes the same
 * name itself; a Renamer is one such level.
 */
final class Renamer {
    /** How to name what is not told one by one. */
    interface Rules {
        /** A new name for what a graph inside a node makes. */
        String tensor(String old);

        /** A new name for a node. */
        String node(NodeProto node);

        /** A new name for a size, as sizes of equal name in two models have nothing to do with each other. */
        String dimension(String old);

        /** The node with its operator replaced, where it calls a function that has a new name. */
        NodeProto call(NodeProto node);
    }

    private final @Nullable Renamer around;
    private final Map<String, String> names;
    private final Rules rules;

    /** The outermost level: {@code names} gives the new names, all others stay as they are. */
    Renamer(Map<String, String> names, Rules rules) {
        this(null, names, rules);
    }

    private Renamer(@Nullable Renamer around, Map<String, String> names, Rules rules) {
        this.around = around;
        this.names = names;
        this.rules = rules;
    }

    private String name(String old) {
        String own = names.get(old);
        if (own != null || old.isEmpty()) {
            return own == null ? old : own;
        }
        return around == null ? old : around.name(old);
    }

    NodeProto node(NodeProto node) {
        NodeProto.Builder built = rules.call(node).toBuilder().setName(rules.node(node));
        built.clearInput().clearOutput().clearAttribute();
        node.getInputList().forEach(input -> built.addInput(name(input)));
        node.getOutputList().forEach(output -> built.addOutput(name(output)));
        node.getAttributeList().forEach(attribute -> built.addAttribute(attribute(attribute)));
        return built.build();
    }

    private AttributeProto attribute(AttributeProto attribute) {
        if (!attribute.hasG() && attribute.getGraphsCount() == 0) {
            return attribute;
        }
        AttributeProto.Builder built = attribute.toBuilder();
        if (attribute.hasG()) {
            built.setG(inner(attribute.getG()));
        }
        for (int i = 0; i < attribute.getGraphsCount(); i++) {
            built.setGraphs(i, inner(attribute.getGraphs(i)));
        }
        return built.build();
    }

    private GraphProto inner(GraphProto graph) {
        Map<String, String> own = new HashMap<>();
        new TreeSet<>(Graphs.defined(graph)).forEach(name -> own.put(name, rules.tensor(name)));
        return new Renamer(this, own, rules).graph(graph);
    }

    private GraphProto graph(GraphProto graph) {
        GraphProto.Builder built = graph.toBuilder();
        built.clearNode().clearInput().clearOutput().clearInitializer().clearValueInfo();
        built.clearQuantizationAnnotation();
        graph.getNodeList().forEach(node -> built.addNode(node(node)));
        graph.getInputList().forEach(value -> built.addInput(value(value)));
        graph.getOutputList().forEach(value -> built.addOutput(value(value)));
        graph.getInitializerList().forEach(weight -> built.addInitializer(weight(weight)));
        for (int i = 0; i < graph.getSparseInitializerCount(); i++) {
            built.getSparseInitializerBuilder(i)
                    .setValues(weight(graph.getSparseInitializer(i).getValues()));
        }
        return built.build();
    }

    private TensorProto weight(TensorProto weight) {
        return weight.toBuilder().setName(name(weight.getName())).build();
    }

    private ValueInfoProto value(ValueInfoProto value) {
        ValueInfoProto.Builder built = value.toBuilder().setName(name(value.getName()));
        if (built.getType().getTensorType().hasShape()) {
            built.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder().getDimBuilderList().stream()
                    .filter(dim -> !dim.getDimParam().isEmpty())
                    .forEach(dim -> dim.setDimParam(rules.dimension(dim.getDimParam())));
        }
        return built.build();
    }
}
