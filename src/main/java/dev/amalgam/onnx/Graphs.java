package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Walks over graphs, the graphs inside their nodes included. */
final class Graphs {
    private Graphs() {}

    /** The graphs that a node holds: branches of If, bodies of Loop and Scan. */
    static List<GraphProto> inside(NodeProto node) {
        List<GraphProto> graphs = new ArrayList<>();
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.hasG()) {
                graphs.add(attribute.getG());
            }
            graphs.addAll(attribute.getGraphsList());
        }
        return graphs;
    }

    /** Every node of the model: top graph, graphs inside, functions. */
    static void forEachNode(ModelProto model, Consumer<NodeProto> action) {
        forEachNode(model.getGraph().getNodeList(), action);
        model.getFunctionsList().forEach(function -> forEachNode(function.getNodeList(), action));
    }

    /** These nodes and every node inside them. */
    static void forEachNode(List<NodeProto> nodes, Consumer<NodeProto> action) {
        for (NodeProto node : nodes) {
            action.accept(node);
            inside(node).forEach(graph -> forEachNode(graph.getNodeList(), action));
        }
    }

    /** Every dense weight of the model: initialisers and tensors in attributes, wherever they stand. */
    static void forEachTensor(ModelProto model, Consumer<TensorProto> action) {
        model.getGraph().getInitializerList().forEach(action);
        forEachNode(model, node -> {
            for (AttributeProto attribute : node.getAttributeList()) {
                if (attribute.hasT()) {
                    action.accept(attribute.getT());
                }
                attribute.getTensorsList().forEach(action);
            }
            inside(node).forEach(graph -> graph.getInitializerList().forEach(action));
        });
    }

    /** What a node reads from the graph around it: its inputs, and what the graphs inside it use without making it. */
    static Set<String> reads(NodeProto node) {
        Set<String> names = new LinkedHashSet<>(node.getInputList());
        inside(node).forEach(graph -> names.addAll(captures(graph)));
        names.remove("");
        return names;
    }

    /** What a graph uses and does not make itself. */
    private static Set<String> captures(GraphProto graph) {
        Set<String> used = new LinkedHashSet<>();
        graph.getNodeList().forEach(node -> used.addAll(reads(node)));
        graph.getOutputList().forEach(output -> used.add(output.getName()));
        used.removeAll(defined(graph));
        return used;
    }

    /** What a graph makes or is given: inputs, weights, results of its nodes. */
    static Set<String> defined(GraphProto graph) {
        Set<String> names = new HashSet<>(weights(graph));
        graph.getInputList().forEach(input -> names.add(input.getName()));
        graph.getNodeList().forEach(node -> names.addAll(node.getOutputList()));
        names.remove("");
        return names;
    }

    /** The names of the initialisers, sparse ones included. */
    static Set<String> weights(GraphProto graph) {
        Set<String> names = new LinkedHashSet<>();
        graph.getInitializerList().forEach(weight -> names.add(weight.getName()));
        graph.getSparseInitializerList()
                .forEach(weight -> names.add(weight.getValues().getName()));
        return names;
    }

    /** What must be fed: before IR 4 initialisers had to be listed as inputs too. */
    static List<ValueInfoProto> inputs(GraphProto graph) {
        Set<String> weights = weights(graph);
        return graph.getInputList().stream()
                .filter(input -> !weights.contains(input.getName()))
                .toList();
    }

    /** An operator as people call it: {@code Relu}, {@code com.microsoft::FusedConv}. */
    static String operator(NodeProto node) {
        return Tensors.isDefault(node.getDomain()) ? node.getOpType() : node.getDomain() + "::" + node.getOpType();
    }

    /** A node for messages: its operator, and its name or else what it makes. */
    static String describe(NodeProto node) {
        String name = !node.getName().isEmpty() ? node.getName() : String.join(", ", node.getOutputList());
        return "operator " + operator(node) + " (" + name + ")";
    }
}
