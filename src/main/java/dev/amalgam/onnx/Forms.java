package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What nodes do, as hashes in which no name plays a part: operator, version, attributes; for graphs inside nodes and for
 * functions of the model, what they compute.
 */
final class Forms {
    /** These mean something else with another number of results. */
    private static final Set<String> COUNTS_RESULTS = Set.of("Split", "BatchNormalization");

    private final Functions functions;
    private final WeightHashes hashes;
    private final IdentityHashMap<FunctionProto, String> byFunction = new IdentityHashMap<>();

    Forms(Functions functions, WeightHashes hashes) {
        this.functions = functions;
        this.hashes = hashes;
    }

    /**
     * The form of a node without what it reads as inputs.
     *
     * @param opsets the operator sets that it is written for
     * @param outer tells tensors around the node that graphs inside it use
     */
    String form(NodeProto node, Map<String, Integer> opsets, UnaryOperator<String> outer) {
        MessageDigest digest = Hash.digest();
        add(digest, operator(node, opsets));
        if (!Tensors.isDefault(node.getDomain()) || COUNTS_RESULTS.contains(node.getOpType())) {
            add(digest, Integer.toString(node.getOutputCount()));
        }
        node.getAttributeList().stream()
                .filter(attribute -> !AttributeDefaults.isUsual(node, attribute))
                .sorted(Comparator.comparing(AttributeProto::getName))
                .forEach(attribute -> add(digest, attribute(attribute, opsets, outer)));
        return Hash.hex(digest);
    }

    private String operator(NodeProto node, Map<String, Integer> opsets) {
        Optional<FunctionProto> function = functions.calledBy(node);
        if (function.isPresent()) {
            return "function " + function(function.get());
        }
        String domain = Dialect.domain(node.getDomain());
        int version = opsets.getOrDefault(domain, 1);
        return domain + " " + node.getOpType() + " "
                + OpsetTable.since(domain, node.getOpType(), version).orElse(version);
    }

    private String attribute(AttributeProto attribute, Map<String, Integer> opsets, UnaryOperator<String> outer) {
        MessageDigest digest = Hash.digest();
        AttributeProto.Builder plain = attribute.toBuilder().clearDocString();
        plain.clearT().clearTensors().clearG().clearGraphs();
        digest.update(plain.build().toByteArray());
        if (attribute.hasT()) {
            add(digest, weight(attribute.getT()));
        }
        attribute.getTensorsList().forEach(tensor -> add(digest, weight(tensor)));
        if (attribute.hasG()) {
            add(digest, graph(attribute.getG(), opsets, outer));
        }
        attribute.getGraphsList().forEach(graph -> add(digest, graph(graph, opsets, outer)));
        return Hash.hex(digest);
    }

    String weight(TensorProto weight) {
        return "weight " + hashes.of(WeightPool.canonical(weight));
    }

    /** What a graph inside a node computes from its inputs and from tensors around it. */
    private String graph(GraphProto graph, Map<String, Integer> opsets, UnaryOperator<String> outer) {
        Map<String, String> inner = new HashMap<>();
        Graphs.inputs(graph).forEach(input -> inner.put(input.getName(), "input " + inner.size()));
        graph.getInitializerList().forEach(weight -> inner.put(weight.getName(), weight(weight)));
        UnaryOperator<String> seen = name -> Objects.requireNonNullElseGet(inner.get(name), () -> outer.apply(name));
        compute(graph.getNodeList(), opsets, inner, seen);
        MessageDigest digest = Hash.digest();
        add(digest, Integer.toString(graph.getInputCount()));
        graph.getOutputList().forEach(output -> add(digest, seen.apply(output.getName())));
        return Hash.hex(digest);
    }

    private String function(FunctionProto function) {
        String known = byFunction.get(function);
        if (known == null) {
            Map<String, String> inner = new HashMap<>();
            function.getInputList().forEach(input -> inner.put(input, "input " + inner.size()));
            UnaryOperator<String> seen = name -> inner.getOrDefault(name, "");
            Map<String, Integer> opsets = Dialect.of(function.getOpsetImportList(), Optional.empty(), "")
                    .opsets();
            compute(function.getNodeList(), opsets, inner, seen);
            MessageDigest digest = Hash.digest();
            function.getAttributeList().forEach(attribute -> add(digest, attribute));
            function.getAttributeProtoList().forEach(value -> add(digest, attribute(value, opsets, seen)));
            function.getOutputList().forEach(output -> add(digest, seen.apply(output)));
            known = Hash.hex(digest);
            byFunction.put(function, known);
        }
        return known;
    }

    private void compute(
            List<NodeProto> nodes, Map<String, Integer> opsets, Map<String, String> inner, UnaryOperator<String> seen) {
        for (NodeProto node : nodes) {
            Optional<TensorProto> constant = Tensors.ofConstant(node);
            if (constant.isPresent()) {
                inner.put(node.getOutput(0), weight(constant.get()));
            } else {
                MessageDigest digest = Hash.digest();
                add(digest, form(node, opsets, seen));
                CanonicalNode.inputs(node).forEach(input -> add(digest, input.isEmpty() ? "" : seen.apply(input)));
                String made = Hash.hex(digest);
                for (int i = 0; i < node.getOutputCount(); i++) {
                    inner.put(node.getOutput(i), made + ":" + i);
                }
            }
        }
        inner.remove("");
    }

    /** The length first, so that no two lists of words run into the same bytes. */
    private static void add(MessageDigest digest, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ' ');
        digest.update(bytes);
    }
}
