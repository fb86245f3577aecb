package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A part of a graph under construction: everything added through it has its name before its own, as in {@code photo/Resize}. */
public final class Scope {
    private static final String ML_DOMAIN = "ai.onnx.ml";

    private final GraphBuilder builder;
    private final String path;

    Scope(GraphBuilder builder, String path) {
        this.builder = builder;
        this.path = path;
    }

    /** The name before all names, such as {@code photo/crop}; no other scope has it. */
    public String path() {
        return path;
    }

    /** A scope within this one; a second one of the same name gets a number. */
    public Scope scope(String name) {
        return new Scope(builder, builder.scopeNames().unique(path + "/" + name));
    }

    /** A fixed tensor. An equal one that is there already is used again. */
    public Ref constant(Tensor tensor) {
        return builder.weight(Tensors.toProto(tensor), path + "/constant");
    }

    /** Adds an operator of ONNX's own domain with one result. */
    public Ref op(String type, Ref... inputs) {
        return op(type, Attributes.NONE, inputs);
    }

    /**
     * Adds an operator of ONNX's own domain with one result.
     *
     * @param type such as {@code Relu}; as of opset {@link GraphBuilder#OPSET}
     * @param inputs in the operator's order; {@link Ref#NONE} for one that is left out
     * @throws IllegalArgumentException where an input is another builder's, or ONNX has no such operator
     */
    public Ref op(String type, Attributes attributes, Ref... inputs) {
        return ops(type, 1, attributes, inputs).getFirst();
    }

    /** As {@link #op(String, Attributes, Ref...)}, with several results. */
    public List<Ref> ops(String type, int outputs, Attributes attributes, Ref... inputs) {
        return add("", type, outputs, attributes, inputs);
    }

    /** Adds an operator of the domain {@code ai.onnx.ml} with one result, as of opset {@link GraphBuilder#ML_OPSET}. */
    public Ref ml(String type, Attributes attributes, Ref... inputs) {
        return mls(type, 1, attributes, inputs).getFirst();
    }

    /** As {@link #ml}, with several results. */
    public List<Ref> mls(String type, int outputs, Attributes attributes, Ref... inputs) {
        return add(ML_DOMAIN, type, outputs, attributes, inputs);
    }

    /**
     * Copies the part of a model that {@code taps} need into the graph, under this scope's name. Tensors, nodes and functions
     * get names of their own; weights equal to some that are there are shared.
     *
     * @param inputs what to connect, by the names of tensors of the model: its inputs, or tensors inside it, which are then
     *     not computed
     * @param taps the wanted tensors of the model
     * @return the taps by name
     * @throws OnnxException UNKNOWN_TENSOR where the model has no tensor of such a name, MISSING_INPUT where an input that the
     *     taps need is not connected
     */
    public Map<String, Ref> splice(OnnxModel model, Map<String, Ref> inputs, Collection<String> taps)
            throws OnnxException {
        return new Splicer(builder, path, model).splice(inputs, taps);
    }

    private List<Ref> add(String domain, String type, int outputs, Attributes attributes, Ref... inputs) {
        requireKnown(domain, type);
        String name = builder.nodeNames().unique(path + "/" + type);
        NodeProto.Builder node = NodeProto.newBuilder().setName(name).setOpType(type);
        if (!domain.isEmpty()) {
            node.setDomain(domain);
        }
        for (Ref input : inputs) {
            node.addInput(input == Ref.NONE ? "" : builder.token(input));
        }
        List<Ref> made = new ArrayList<>();
        for (int i = 0; i < outputs; i++) {
            String token = builder.tensorNames().unique(outputs == 1 ? name : name + ":" + i);
            node.addOutput(token);
            made.add(builder.ref(token));
        }
        builder.add(node.addAllAttribute(attributes.protos()).build(), Dialect.OWN);
        return made;
    }

    private static void requireKnown(String domain, String operator) {
        if (OpsetTable.first(domain, operator) == 0) {
            throw new IllegalArgumentException("ONNX has no operator " + operator + " in the domain '" + domain + "'");
        }
    }
}
