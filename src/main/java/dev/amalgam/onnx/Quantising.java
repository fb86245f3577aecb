package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stores the weights of a model in 8 bits, each column, channel or row with a scale of its own. Matrix products are computed
 * in whole numbers, what flows in being quantised as it comes; convolutions and tables of embeddings get their weights
 * back as float32, only rounded.
 */
final class Quantising {
    /** Smaller weights save less than the operators take. */
    private static final int LEAST = 1024;

    /** The first operator set in which a scale may belong to a channel. */
    private static final int OPSET = 13;

    private final Workpiece piece;
    private final Map<String, TensorProto> large;
    private final Map<String, Integers> columns = new HashMap<>();
    private final Map<String, Activation> activations = new HashMap<>();
    private final Set<String> rounded = new HashSet<>();
    private int changed;

    /** The tensors that hold a quantised weight. */
    private record Integers(String values, String scale, String zero) {}

    /** The tensors that hold what flows in, quantised. */
    private record Activation(String values, String scale, String zero) {}

    private Quantising(OnnxModel model) {
        this.piece = new Workpiece(model);
        this.large = piece.largeFloats(LEAST);
    }

    static OnnxModel of(OnnxModel model) throws OnnxException, SurgeryException {
        boolean old = model.inspect().opset().getOrDefault("", 1) < OPSET;
        return new Quantising(old ? Raising.to(model, OPSET) : model).quantised();
    }

    private OnnxModel quantised() throws OnnxException, SurgeryException {
        for (NodeProto node : List.copyOf(piece.nodes())) {
            if (Tensors.isDefault(node.getDomain()) && node.getInputCount() > 1) {
                quantise(node);
            }
        }
        if (changed == 0) {
            throw new SurgeryException(
                    piece.origin() + " has no matrix product, convolution or table with float32 weights of " + LEAST
                            + " numbers or more",
                    "Remove this step");
        }
        return piece.swept();
    }

    private void quantise(NodeProto node) {
        Optional<TensorProto> first = Optional.ofNullable(large.get(node.getInput(0)));
        Optional<TensorProto> second = Optional.ofNullable(large.get(node.getInput(1)));
        switch (node.getOpType()) {
            case "MatMul" -> second.filter(Quantising::isMatrix).ifPresent(weight -> product(node, weight));
            case "Gemm" ->
                second.filter(weight -> isMatrix(weight) && isPlain(node)).ifPresent(weight -> gemm(node, weight));
            case "Conv", "ConvTranspose" -> second.ifPresent(weight -> round(node.getInput(1), weight));
            case "Gather" ->
                first.filter(table -> isMatrix(table) && whole(node, "axis", 0) == 0)
                        .ifPresent(table -> gather(node, table));
            default -> {}
        }
    }

    private static boolean isMatrix(TensorProto weight) {
        return weight.getDimsCount() == 2;
    }

    private void product(NodeProto node, TensorProto weight) {
        piece.replace(node);
        multiply(node, columns(node.getInput(1), weight, false), node.getOutput(0));
    }

    private static boolean isPlain(NodeProto gemm) {
        return whole(gemm, "transA", 0) == 0 && real(gemm, "alpha") == 1 && real(gemm, "beta") == 1;
    }

    private static long whole(NodeProto node, String name, long standard) {
        return node.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .mapToLong(AttributeProto::getI)
                .findFirst()
                .orElse(standard);
    }

    private static float real(NodeProto node, String name) {
        return node.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .map(AttributeProto::getF)
                .findFirst()
                .orElse(1f);
    }

    private void gemm(NodeProto node, TensorProto weight) {
        Integers integers = columns(node.getInput(1), weight, whole(node, "transB", 0) != 0);
        piece.replace(node);
        String result = node.getOutput(0);
        boolean biased = node.getInputCount() > 2 && !node.getInput(2).isEmpty();
        String product = biased ? piece.freshTensor(result + "/product") : result;
        multiply(node, integers, product);
        if (biased) {
            piece.add("Add", Attributes.NONE, List.of(product, node.getInput(2)), result);
        }
    }

    private void multiply(NodeProto node, Integers weight, String result) {
        changed++;
        Activation in = activations.computeIfAbsent(node.getInput(0), this::activation);
        String sums = piece.freshTensor(result + "/sums");
        String floats = piece.freshTensor(result + "/floats");
        String scale = piece.freshTensor(result + "/scale");
        piece.add(
                "MatMulInteger",
                Attributes.NONE,
                List.of(in.values(), weight.values(), in.zero(), weight.zero()),
                sums);
        piece.add("Cast", toFloat(), List.of(sums), floats);
        piece.add("Mul", Attributes.NONE, List.of(in.scale(), weight.scale()), scale);
        piece.add("Mul", Attributes.NONE, List.of(floats, scale), result);
    }

    private static Attributes toFloat() {
        return Attributes.of("to", (long) ElementType.FLOAT32.code());
    }

    private Activation activation(String tensor) {
        Activation made = new Activation(
                piece.freshTensor(tensor + "/quantised"),
                piece.freshTensor(tensor + "/scale"),
                piece.freshTensor(tensor + "/zero"));
        piece.add("DynamicQuantizeLinear", Attributes.NONE, List.of(tensor), made.values(), made.scale(), made.zero());
        return made;
    }

    /** Unsigned around 128: with signed ones, processors without dot products of bytes overflow. */
    private Integers columns(String name, TensorProto weight, boolean transposed) {
        return columns.computeIfAbsent(name + (transposed ? "/transposed" : ""), key -> {
            Matrix matrix = Matrix.of(weight);
            Eight eight = (transposed ? matrix.transposed() : matrix).byColumn();
            return new Integers(
                    piece.addWeight(key + "/uint8", eight.values()),
                    piece.addWeight(key + "/scale", eight.scales()),
                    piece.addWeight(key + "/zero", eight.zeros()));
        });
    }

    /** The weight keeps its name: an operator makes it of whole numbers again. */
    private void round(String name, TensorProto weight) {
        changed++;
        if (rounded.add(name)) {
            Eight eight = Matrix.of(weight).byRow(Tensors.dims(weight));
            piece.removeWeights(Set.of(name));
            piece.add(
                    "DequantizeLinear",
                    Attributes.of("axis", 0L),
                    List.of(
                            piece.addWeight(name + "/int8", eight.values()),
                            piece.addWeight(name + "/scale", eight.scales())),
                    name);
        }
    }

    /** Rows are made float32 after they were looked up. */
    private void gather(NodeProto node, TensorProto table) {
        changed++;
        Integers rows = columns.computeIfAbsent(node.getInput(0) + "/rows", key -> {
            Eight eight = Matrix.of(table).byRow(Tensors.dims(table));
            Tensor scales = Tensor.of(
                    ElementType.FLOAT32,
                    new long[] {table.getDims(0), 1},
                    eight.scales().bytes());
            return new Integers(
                    piece.addWeight(key + "/int8", eight.values()), piece.addWeight(key + "/scale", scales), "");
        });
        String result = node.getOutput(0);
        String indices = node.getInput(1);
        String found = piece.freshTensor(result + "/int8");
        String floats = piece.freshTensor(result + "/floats");
        String scale = piece.freshTensor(result + "/scale");
        piece.replace(node);
        piece.add("Gather", Attributes.of("axis", 0L), List.of(rows.values(), indices), found);
        piece.add("Cast", toFloat(), List.of(found), floats);
        piece.add("Gather", Attributes.of("axis", 0L), List.of(rows.scale(), indices), scale);
        piece.add("Mul", Attributes.NONE, List.of(floats, scale), result);
    }
}
