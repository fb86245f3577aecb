package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A node of a {@link CanonicalGraph}: what it reads, what it makes, and a hash of what it does in between. */
public final class CanonicalNode {
    private static final Set<String> RANDOM = Set.of(
            "Bernoulli", "Multinomial", "RandomNormal", "RandomNormalLike", "RandomUniform", "RandomUniformLike");

    private final NodeProto node;
    private final Map<String, Integer> opsets;
    private final Forms forms;
    private final Supplier<String> plain;

    CanonicalNode(NodeProto node, Map<String, Integer> opsets, Forms forms) {
        this.node = node;
        this.opsets = opsets;
        this.forms = forms;
        this.plain = Lazy.of(() -> forms.form(node, opsets, UnaryOperator.identity()));
    }

    /** The tensors that it reads as inputs, in the order of the operator; empty for one that is left out. */
    public List<String> inputs() {
        return inputs(node);
    }

    /** Inputs that are left out at the end may also be not there at all. */
    static List<String> inputs(NodeProto node) {
        List<String> inputs = new ArrayList<>(node.getInputList());
        while (!inputs.isEmpty() && inputs.getLast().isEmpty()) {
            inputs.removeLast();
        }
        return inputs;
    }

    /** The tensors around it that only graphs inside it use. */
    public Set<String> captures() {
        Set<String> captures = Graphs.reads(node);
        captures.removeAll(node.getInputList());
        return captures;
    }

    /** Whether it gives something else whenever it runs, so that two of them are never one. */
    public boolean isRandom() {
        return isRandom(node);
    }

    static boolean isRandom(NodeProto node) {
        return Tensors.isDefault(node.getDomain()) && RANDOM.contains(node.getOpType());
    }

    /** The tensors that it makes, in the order of the operator; empty for one that nobody wants. */
    public List<String> outputs() {
        return node.getOutputList();
    }

    /**
     * What it does, as a hash: equal for nodes of equal operators with equal attributes, whatever anything is called.
     *
     * @param outer what to call the tensors around it that graphs inside it use
     */
    public String form(UnaryOperator<String> outer) {
        return Graphs.inside(node).isEmpty() ? plain.get() : forms.form(node, opsets, outer);
    }
}
