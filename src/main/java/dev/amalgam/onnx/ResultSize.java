package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.amalgam.tensor.ElementType;
import java.util.Optional;

/** Estimates the size of what one node makes, for the operators by which a small model can ask for much memory. */
final class ResultSize {
    private final NodeProto node;
    private final SizeEstimate known;

    ResultSize(NodeProto node, SizeEstimate known) {
        this.node = node;
        this.known = known;
    }

    Size estimate() {
        if (!Tensors.isDefault(node.getDomain())) {
            return Size.UNKNOWN;
        }
        return switch (node.getOpType()) {
            case "Constant" -> known.size(node.getOutput(0));
            case "ConstantOfShape" -> shaped(0, fillBits());
            case "Expand" -> shaped(1, size(0).bits()).broadcast(size(0));
            case "Tile" ->
                numbers(1).map(repeats -> scaled(Size.product(repeats))).orElseGet(this::same);
            case "Concat" -> concat();
            case "Pad" ->
                numbers(1).or(() -> attribute("pads")).map(this::padded).orElse(Size.UNKNOWN);
            case "Range" -> range();
            case "OneHot" ->
                numbers(1).map(depth -> scaled(Size.product(depth))).orElse(Size.UNKNOWN);
            case "RandomNormal", "RandomUniform" ->
                attribute("shape").map(dims -> Size.of(dims, Float.SIZE)).orElse(Size.UNKNOWN);
            case "Resize" -> node.getInputCount() > 3 ? shaped(3, size(0).bits()) : Size.UNKNOWN;
            case "MatMul" -> matMul();
            case "Cast" -> size(0).withBits(castBits());
            case "Reshape", "Transpose", "Flatten", "Squeeze", "Unsqueeze" -> same();
            case "Identity",
                    "Relu",
                    "Sigmoid",
                    "Tanh",
                    "Exp",
                    "Log",
                    "Neg",
                    "Abs",
                    "Sqrt",
                    "Softmax",
                    "Clip",
                    "EyeLike" -> size(0);
            case "Equal", "Less", "Greater" -> broadcast().withBits(Byte.SIZE);
            case "Add", "Sub", "Mul", "Div", "Pow", "Max", "Min", "Sum", "Where", "And", "Or" -> broadcast();
            default -> Size.UNKNOWN;
        };
    }

    private Size size(int input) {
        return input < node.getInputCount() ? known.size(node.getInput(input)) : Size.UNKNOWN;
    }

    private Optional<long[]> numbers(int input) {
        return input < node.getInputCount() ? known.numbers(node.getInput(input)) : Optional.empty();
    }

    private Optional<long[]> attribute(String name) {
        return node.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .map(attribute -> attribute.getIntsList().stream()
                        .mapToLong(Long::longValue)
                        .toArray())
                .findFirst();
    }

    /** Whatever the order of axes. */
    private Size same() {
        return size(0).withoutDims();
    }

    private Size scaled(long factor) {
        return Size.atLeast(Size.times(size(0).elements(), factor), size(0).bits());
    }

    private Size shaped(int input, int bits) {
        return numbers(input).map(dims -> Size.of(dims, bits)).orElse(Size.UNKNOWN);
    }

    private int fillBits() {
        return node.getAttributeList().stream()
                .filter(AttributeProto::hasT)
                .flatMap(value -> ElementType.ofCode(value.getT().getDataType()).stream())
                .mapToInt(SizeEstimate::bits)
                .findFirst()
                .orElse(Float.SIZE);
    }

    private int castBits() {
        return node.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals("to"))
                .flatMap(to -> ElementType.ofCode((int) to.getI()).stream())
                .mapToInt(SizeEstimate::bits)
                .findFirst()
                .orElse(Byte.SIZE);
    }

    private Size concat() {
        long elements = 0;
        int bits = Byte.SIZE;
        for (String input : node.getInputList()) {
            elements = Size.plus(elements, known.size(input).elements());
            bits = Math.max(bits, known.size(input).bits());
        }
        return Size.atLeast(elements, bits);
    }

    /** Every axis has at least one element before; negative pads cut off, and are not followed. */
    private Size padded(long[] pads) {
        int rank = pads.length / 2;
        long elements = 1;
        for (int axis = 0; axis < rank; axis++) {
            long added = Size.plus(Math.max(0, pads[axis]), Math.max(0, pads[axis + rank]));
            elements = Size.times(elements, Size.plus(1, added));
        }
        return Size.atLeast(elements, size(0).bits());
    }

    private Size range() {
        Optional<long[]> start = numbers(0);
        Optional<long[]> limit = numbers(1);
        Optional<long[]> delta = numbers(2);
        if (start.isEmpty() || limit.isEmpty() || delta.isEmpty() || delta.get()[0] == 0) {
            return Size.UNKNOWN;
        }
        double count = ((double) limit.get()[0] - start.get()[0]) / delta.get()[0];
        return Size.atLeast((long) Math.max(0, Math.ceil(count)), Long.SIZE);
    }

    private Size matMul() {
        Optional<long[]> left = size(0).dims();
        Optional<long[]> right = size(1).dims();
        return left.isPresent() && right.isPresent() && left.get().length == 2 && right.get().length == 2
                ? Size.of(new long[] {left.get()[0], right.get()[1]}, size(0).bits())
                : Size.UNKNOWN;
    }

    private Size broadcast() {
        Size result = size(0);
        for (int i = 1; i < node.getInputCount(); i++) {
            result = result.broadcast(size(i));
        }
        return result;
    }
}
