package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.amalgam.onnx.OnnxException.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Copies a part of a model into a graph under construction. */
final class Splicer implements Renamer.Rules {
    private final GraphBuilder builder;
    private final String path;
    private final OnnxModel model;
    private final Dialect dialect;
    private final Functions functions;
    private final IdentityHashMap<FunctionProto, String> pooled = new IdentityHashMap<>();
    /** What each tensor of the part's top graph is called from now on. */
    private final Map<String, String> tokens = new HashMap<>();

    Splicer(GraphBuilder builder, String path, OnnxModel model) {
        this.builder = builder;
        this.path = path;
        this.model = model;
        this.dialect = Dialect.of(model.proto().getOpsetImportList(), FloatingType.of(model.proto()), model.origin());
        this.functions = new Functions(model.proto().getFunctionsList());
    }

    Map<String, Ref> splice(Map<String, Ref> inputs, Collection<String> taps) throws OnnxException {
        ModelProto part = new Cutter(model.proto(), model.origin()).cut(inputs.keySet(), taps);
        GraphProto graph = part.getGraph();
        inputs.forEach((name, ref) -> tokens.put(name, builder.token(ref)));
        requireConnected(graph);
        graph.getInitializerList().forEach(weight -> share(weight.getName(), weight));
        List<NodeProto> nodes = new ArrayList<>();
        graph.getSparseInitializerList().forEach(weight -> nodes.add(sparseConstant(weight)));
        for (NodeProto node : graph.getNodeList()) {
            Optional<TensorProto> constant = Tensors.ofConstant(node);
            constant.ifPresentOrElse(value -> share(node.getOutput(0), value), () -> nodes.add(node));
        }
        nodes.forEach(this::nameResults);
        Renamer renamer = new Renamer(tokens, this);
        nodes.forEach(node -> builder.add(renamer.node(node), dialect));
        Map<String, Ref> tapped = new LinkedHashMap<>();
        taps.forEach(tap -> tapped.put(tap, builder.ref(Objects.requireNonNull(tokens.get(tap)))));
        return tapped;
    }

    private void requireConnected(GraphProto part) throws OnnxException {
        for (ValueInfoProto input : Graphs.inputs(part)) {
            if (!tokens.containsKey(input.getName())) {
                throw new OnnxException(
                        Reason.MISSING_INPUT,
                        "The input " + input.getName() + " (" + Types.text(input) + ") of " + model.origin()
                                + " is not connected. Connect it.");
            }
        }
    }

    private void share(String name, TensorProto weight) {
        tokens.put(name, builder.weight(weight, path + "/" + name).token());
    }

    /** Sparse weights have no dense bytes to compare, so they come in as constants. */
    private static NodeProto sparseConstant(SparseTensorProto weight) {
        return NodeProto.newBuilder()
                .setOpType("Constant")
                .addOutput(weight.getValues().getName())
                .addAttribute(AttributeProto.newBuilder()
                        .setName("sparse_value")
                        .setType(AttributeType.SPARSE_TENSOR)
                        .setSparseTensor(weight))
                .build();
    }

    private void nameResults(NodeProto node) {
        for (String output : node.getOutputList()) {
            if (!output.isEmpty()) {
                tokens.put(output, tensor(output));
            }
        }
    }

    @Override
    public String tensor(String old) {
        return builder.tensorNames().unique(path + "/" + old);
    }

    @Override
    public String node(NodeProto node) {
        return builder.nodeNames().unique(path + "/" + (node.getName().isEmpty() ? node.getOpType() : node.getName()));
    }

    @Override
    public String dimension(String old) {
        return path + "/" + old;
    }

    @Override
    public NodeProto call(NodeProto node) {
        return functions
                .calledBy(node)
                .map(function -> node.toBuilder()
                        .setDomain(FunctionPool.DOMAIN)
                        .setOpType(pool(function))
                        .clearOverload()
                        .build())
                .orElse(node);
    }

    private String pool(FunctionProto function) {
        String known = pooled.get(function);
        if (known == null) {
            FunctionCalls calls = new FunctionCalls(this);
            known = builder.functions()
                    .add(
                            calls.rename(function),
                            Dialect.of(function.getOpsetImportList(), dialect.floating(), model.origin()));
            pooled.put(function, known);
        }
        return known;
    }
}
