package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.amalgam.onnx.OnnxException.Reason;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.TensorType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses results whose size stands in the model and is beyond the limit: a kilobyte of ONNX can ask for any amount of
 * memory, and the runtime neither counts nor stops. What depends on the input is left to the worker's limits.
 */
final class SizeEstimate {
    /** No shape has more axes than this; longer lists of numbers are data. */
    private static final int LONGEST_SHAPE = 64;

    private final ModelProto model;
    private final String origin;
    private final Limits limits;
    private final Map<String, Size> sizes = new HashMap<>();
    private final Map<String, long[]> numbers = new HashMap<>();

    SizeEstimate(ModelProto model, String origin, Limits limits) {
        this.model = model;
        this.origin = origin;
        this.limits = limits;
    }

    void check() throws OnnxException {
        check(model.getGraph());
        for (var function : model.getFunctionsList()) {
            sizes.clear();
            numbers.clear();
            check(function.getNodeList());
        }
    }

    /** Graphs inside see the sizes around them; what a branch beside them called the same is forgotten. */
    private void check(GraphProto graph) throws OnnxException {
        Set<String> own = Graphs.defined(graph);
        sizes.keySet().removeAll(own);
        numbers.keySet().removeAll(own);
        graph.getInputList().forEach(this::addInput);
        graph.getInitializerList().forEach(weight -> addWeight(weight.getName(), weight));
        check(graph.getNodeList());
    }

    private void check(List<NodeProto> nodes) throws OnnxException {
        for (NodeProto node : NodeOrder.topological(nodes, origin)) {
            Tensors.ofConstant(node).ifPresent(value -> addWeight(node.getOutput(0), value));
            for (GraphProto inside : Graphs.inside(node)) {
                check(inside);
            }
            add(node);
        }
    }

    private void add(NodeProto node) throws OnnxException {
        Size size = new ResultSize(node, this).estimate();
        if (size.bytes() > limits.tensorBytes()) {
            throw new OnnxException(
                    Reason.TOO_LARGE,
                    "The " + Graphs.describe(node) + " of " + origin + " makes a tensor of "
                            + (size.bytes() == Long.MAX_VALUE / 8 ? "more than " : "at least ") + size.bytes()
                            + " bytes; " + limits.tensorBytes() + " are allowed. Use a model from a source you trust.");
        }
        if (node.getOutputCount() > 0 && !size.equals(Size.UNKNOWN)) {
            sizes.put(node.getOutput(0), size);
        }
    }

    private void addInput(ValueInfoProto input) {
        Types.tensorType(input).ifPresent(type -> sizes.put(input.getName(), size(type)));
    }

    private static Size size(TensorType type) {
        int bits = type.element() instanceof ElementType element ? bits(element) : Byte.SIZE;
        long[] dims = type.shape().dims().stream()
                .mapToLong(dim -> dim.known().orElse(-1))
                .toArray();
        boolean known = type.shape().dims().stream().allMatch(dim -> dim.known().isPresent())
                && type.shape().pack().isEmpty();
        return known
                ? Size.of(dims, bits)
                : Size.atLeast(Size.product(atLeastOne(type.shape().dims())), bits);
    }

    private static long[] atLeastOne(List<Dim> dims) {
        return dims.stream().mapToLong(dim -> dim.known().orElse(1)).toArray();
    }

    private void addWeight(String name, TensorProto weight) {
        long[] dims = Tensors.dims(weight);
        int bits =
                ElementType.ofCode(weight.getDataType()).map(SizeEstimate::bits).orElse(Byte.SIZE);
        sizes.put(name, Size.of(dims, bits));
        if (weight.getDataType() == ElementType.INT64.code() && Size.product(dims) <= LONGEST_SHAPE) {
            Tensors.toTensor(weight).ifPresent(tensor -> {
                long[] values = new long[(int) tensor.elements()];
                tensor.longs().get(values);
                numbers.put(name, values);
            });
        }
    }

    /** Texts count as one byte each. */
    static int bits(ElementType element) {
        return element == ElementType.STRING ? Byte.SIZE : element.bits();
    }

    Size size(String tensor) {
        return sizes.getOrDefault(tensor, Size.UNKNOWN);
    }

    /** The values of a short list of whole numbers, where the model fixes it. */
    Optional<long[]> numbers(String tensor) {
        return Optional.ofNullable(numbers.get(tensor));
    }
}
