package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * How many multiply-adds an operator takes, as papers count them: one for each product that is added to a sum; biases,
 * activations and other element-wise operators count none. The formulae follow from the definitions of the operators
 * (github.com/onnx/onnx, docs/Operators.md); that of convolutions is equation 3 of Howard et al., MobileNets, 2017
 * (arxiv.org/abs/1704.04861), whose table 4 gives the 569 million of MobileNet v1 that our test compares with.
 */
final class MultiplyAdds {
    /** Operators that multiply and add in a way that has no formula here; those of other domains have none either. */
    private static final Set<String> UNTOLD = Set.of(
            "Attention",
            "DFT",
            "DeformConv",
            "Det",
            "If",
            "Inverse",
            "LinearClassifier",
            "LinearRegressor",
            "Loop",
            "STFT",
            "SVMClassifier",
            "SVMRegressor",
            "Scan",
            "SequenceMap",
            "TreeEnsemble",
            "TreeEnsembleClassifier",
            "TreeEnsembleRegressor");

    private final NodeProto node;
    private final Function<String, Optional<long[]>> sizes;

    private MultiplyAdds(NodeProto node, Function<String, Optional<long[]>> sizes) {
        this.node = node;
        this.sizes = sizes;
    }

    /**
     * The multiply-adds of a node.
     *
     * @param sizes the axes of tensors, where all of them are known
     * @param calls whether the node calls a function of the model
     */
    static OptionalLong of(NodeProto node, Function<String, Optional<long[]>> sizes, boolean calls) {
        return calls
                ? OptionalLong.empty()
                : new MultiplyAdds(node, sizes).count().map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private Optional<Long> count() {
        return switch (Graphs.operator(node)) {
            case "Conv", "ConvInteger", "com.microsoft::FusedConv" -> convolution(1);
            case "QLinearConv" -> convolution(3);
            case "ConvTranspose" -> transposed();
            case "Gemm", "com.microsoft::FusedGemm" -> product(0, flag("transA") ? 2 : 1);
            case "MatMul", "MatMulInteger", "QLinearMatMul" -> product(0, 1);
            case "RNN", "GRU", "LSTM" -> recurrent();
            case "Einsum" -> Einsum.multiplyAdds(text("equation"), node.getInputList(), sizes);
            default -> isUntold() ? Optional.empty() : Optional.of(0L);
        };
    }

    private boolean isUntold() {
        boolean own = Tensors.isDefault(node.getDomain()) || node.getDomain().equals("ai.onnx.ml");
        return !own || UNTOLD.contains(node.getOpType());
    }

    /** Each element of the result is a sum over the input channels of its group and the kernel: a filter of the weight. */
    private Optional<Long> convolution(int weight) {
        return output().flatMap(made -> input(weight).map(filters -> times(made, perFilter(filters))));
    }

    /** Each element of the input is multiplied with a filter of the weight. */
    private Optional<Long> transposed() {
        return input(0).flatMap(read -> input(1).map(filters -> times(read, perFilter(filters))));
    }

    private static long perFilter(long[] weight) {
        return weight.length == 0 || weight[0] == 0 ? 0 : Size.product(weight) / weight[0];
    }

    /** Each element of the result is a sum over an axis of an input, counted from its end. */
    private Optional<Long> product(int input, int axisFromEnd) {
        return output().flatMap(made -> input(input)
                .filter(read -> read.length >= axisFromEnd)
                .map(read -> times(made, read[read.length - axisFromEnd])));
    }

    /** In each step, of each sequence, all weights of the input and of the state are used once. */
    private Optional<Long> recurrent() {
        boolean padded = node.getInputCount() > 4 && !node.getInput(4).isEmpty();
        return padded
                ? Optional.empty()
                : input(0).filter(read -> read.length == 3)
                        .flatMap(read -> input(1).flatMap(inner -> input(2).map(outer -> Size.times(
                                Size.times(read[0], read[1]), Size.plus(Size.product(inner), Size.product(outer))))));
    }

    private static long times(long[] dims, long each) {
        return Size.times(Size.product(dims), each);
    }

    private Optional<long[]> input(int number) {
        return number < node.getInputCount() ? sizes.apply(node.getInput(number)) : Optional.empty();
    }

    private Optional<long[]> output() {
        return sizes.apply(node.getOutput(0));
    }

    private boolean flag(String name) {
        return attribute(name).map(value -> value.getI() != 0).orElse(false);
    }

    private String text(String name) {
        return attribute(name).map(value -> value.getS().toStringUtf8()).orElse("");
    }

    private Optional<AttributeProto> attribute(String name) {
        return node.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst();
    }
}
