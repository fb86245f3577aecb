package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.amalgam.onnx.OnnxException.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps of a model what the wanted tensors need. Weights are shared with the whole, never copied. */
final class Cutter {
    private final String origin;
    private final ModelProto model;
    private final GraphProto graph;
    private final Map<String, NodeProto> makers = new HashMap<>();
    private final Map<String, ValueInfoProto> declared = new LinkedHashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Set<NodeProto> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> needed = new HashSet<>();

    Cutter(ModelProto model, String origin) {
        this.model = model;
        this.origin = origin;
        this.graph = model.getGraph();
        graph.getNodeList().forEach(node -> node.getOutputList().forEach(output -> makers.put(output, node)));
        makers.remove("");
        graph.getValueInfoList().forEach(value -> declared.put(value.getName(), value));
        graph.getInputList().forEach(value -> declared.put(value.getName(), value));
        graph.getOutputList().forEach(value -> declared.putIfAbsent(value.getName(), value));
        given.addAll(Graphs.weights(graph));
        graph.getInputList().forEach(input -> given.add(input.getName()));
    }

    /**
     * @param from tensors that come from outside from now on, in this order
     * @param taps the outputs, in this order
     */
    ModelProto cut(Collection<String> from, Collection<String> taps) throws OnnxException {
        if (taps.isEmpty()) {
            throw new OnnxException(
                    Reason.UNKNOWN_TENSOR, "No tensor of " + origin + " is asked for. Name at least one.");
        }
        for (String name : from) {
            requireKnown(name);
        }
        Set<String> outside = new LinkedHashSet<>(from);
        Set<String> wanted = new LinkedHashSet<>(taps);
        for (String tap : wanted) {
            requireKnown(tap);
        }
        reach(wanted, outside);
        Set<FunctionProto> functions = calledFunctions();
        return model.toBuilder()
                .setGraph(graph(outside, wanted))
                .clearFunctions()
                .addAllFunctions(model.getFunctionsList().stream()
                        .filter(functions::contains)
                        .toList())
                .clearTrainingInfo()
                .build();
    }

    private void requireKnown(String name) throws OnnxException {
        if (!makers.containsKey(name) && !given.contains(name)) {
            Set<String> names = new LinkedHashSet<>(makers.keySet());
            names.addAll(given);
            throw new OnnxException(
                    Reason.UNKNOWN_TENSOR,
                    "There is no tensor " + name + " in the top graph of " + origin + "." + Nearest.hint(name, names));
        }
    }

    private void reach(Set<String> taps, Set<String> outside) throws OnnxException {
        Deque<String> open = new ArrayDeque<>(taps);
        while (!open.isEmpty()) {
            String name = open.pop();
            NodeProto maker = makers.get(name);
            if (!needed.add(name) || outside.contains(name)) {
                continue;
            }
            if (maker == null) {
                requireGiven(name);
            } else if (kept.add(maker)) {
                open.addAll(Graphs.reads(maker));
            }
        }
    }

    private void requireGiven(String name) throws OnnxException {
        if (!given.contains(name)) {
            throw new OnnxException(
                    Reason.DAMAGED,
                    "Nothing in " + origin + " makes the tensor " + name
                            + ", which an operator reads. Export the model again.");
        }
    }

    private GraphProto graph(Set<String> outside, Set<String> taps) throws OnnxException {
        List<NodeProto> nodes = NodeOrder.topological(keptNodes(outside), origin);
        GraphProto.Builder built =
                graph.toBuilder().clearNode().clearInput().clearOutput().clearInitializer();
        built.clearSparseInitializer().clearValueInfo().clearQuantizationAnnotation();
        built.addAllNode(nodes);
        outside.stream().filter(needed::contains).forEach(name -> built.addInput(declaration(name)));
        graph.getInputList().stream()
                .filter(input -> keeps(input.getName(), outside))
                .filter(input ->
                        model.getIrVersion() < 4 || !Graphs.weights(graph).contains(input.getName()))
                .forEach(built::addInput);
        taps.forEach(tap -> built.addOutput(declaration(tap)));
        addWeights(built, outside);
        addNotes(built, outside, taps);
        return built.build();
    }

    /** A node may be needed for one result while another comes from outside: that one gets a name nobody reads. */
    private List<NodeProto> keptNodes(Set<String> outside) {
        List<NodeProto> nodes = new ArrayList<>();
        for (NodeProto node : graph.getNodeList()) {
            if (kept.contains(node)) {
                nodes.add(Collections.disjoint(node.getOutputList(), outside) ? node : withoutResults(node, outside));
            }
        }
        return nodes;
    }

    private NodeProto withoutResults(NodeProto node, Set<String> outside) {
        NodeProto.Builder built = node.toBuilder();
        for (int i = 0; i < node.getOutputCount(); i++) {
            if (outside.contains(node.getOutput(i))) {
                built.setOutput(i, unused(node.getOutput(i) + "/cut"));
            }
        }
        return built.build();
    }

    private String unused(String wanted) {
        return makers.containsKey(wanted) || given.contains(wanted) ? unused(wanted + "_") : wanted;
    }

    private void addWeights(GraphProto.Builder built, Set<String> outside) {
        graph.getInitializerList().stream()
                .filter(weight -> keeps(weight.getName(), outside))
                .forEach(built::addInitializer);
        graph.getSparseInitializerList().stream()
                .filter(weight -> keeps(weight.getValues().getName(), outside))
                .forEach(built::addSparseInitializer);
    }

    private void addNotes(GraphProto.Builder built, Set<String> outside, Set<String> taps) {
        Set<String> made = new HashSet<>();
        kept.forEach(node -> made.addAll(node.getOutputList()));
        graph.getValueInfoList().stream()
                .filter(value -> made.contains(value.getName()))
                .filter(value -> !taps.contains(value.getName()) && !outside.contains(value.getName()))
                .forEach(built::addValueInfo);
        graph.getQuantizationAnnotationList().stream()
                .filter(note -> needed.contains(note.getTensorName()) || made.contains(note.getTensorName()))
                .forEach(built::addQuantizationAnnotation);
    }

    private boolean keeps(String name, Set<String> outside) {
        return needed.contains(name) && !outside.contains(name);
    }

    private ValueInfoProto declaration(String name) {
        return declared.getOrDefault(
                name, ValueInfoProto.newBuilder().setName(name).build());
    }

    private Set<FunctionProto> calledFunctions() {
        Functions functions = new Functions(model.getFunctionsList());
        Set<FunctionProto> called = new LinkedHashSet<>();
        Deque<NodeProto> open = new ArrayDeque<>();
        Graphs.forEachNode(List.copyOf(kept), open::add);
        while (!open.isEmpty()) {
            functions
                    .calledBy(open.pop())
                    .filter(called::add)
                    .ifPresent(function -> Graphs.forEachNode(function.getNodeList(), open::add));
        }
        return called;
    }
}
