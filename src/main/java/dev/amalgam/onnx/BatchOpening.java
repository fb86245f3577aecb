package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a model that takes one example take any number: the first size of its inputs and outputs becomes a name, and so does
 * what shapes inside repeat of it. Whether every example is then computed by itself has to be proved by running it.
 */
final class BatchOpening {
    private final OnnxModel model;
    private final Workpiece piece;
    private final String name;

    BatchOpening(OnnxModel model, String name) {
        this.model = model;
        this.piece = new Workpiece(model);
        this.name = name;
    }

    OnnxModel open() throws OnnxException, SurgeryException {
        if (name.isBlank()) {
            throw new SurgeryException("the number of examples has no name", "Call it N, for example");
        }
        long batch = piece.graph().getInputList().stream()
                .flatMap(input -> first(input).stream())
                .findFirst()
                .orElseThrow(() -> new SurgeryException(
                        "no input of " + Workpiece.nameOf(model) + " has a fixed first size", "Remove this step"));
        piece.graph().getInputBuilderList().forEach(input -> open(input, batch));
        piece.graph().getOutputBuilderList().forEach(output -> open(output, batch));
        openReshapes(batch);
        return piece.done();
    }

    private static Optional<Long> first(ValueInfoProto value) {
        TensorShapeProto shape = value.getType().getTensorType().getShape();
        return shape.getDimCount() > 0 && shape.getDim(0).getDimValue() > 0
                ? Optional.of(shape.getDim(0).getDimValue())
                : Optional.empty();
    }

    private void open(ValueInfoProto.Builder value, long batch) {
        if (first(value.build()).equals(Optional.of(batch))) {
            value.getTypeBuilder()
                    .getTensorTypeBuilder()
                    .getShapeBuilder()
                    .setDim(0, Dimension.newBuilder().setDimParam(name));
        }
    }

    /** A Reshape to [1, 1000] must reshape to as many rows as there are. */
    private void openReshapes(long batch) {
        Map<String, TensorProto> weights = piece.weights();
        for (NodeProto node : List.copyOf(piece.nodes())) {
            boolean reshapes = node.getOpType().equals("Reshape") && node.getInputCount() == 2;
            TensorProto shape = reshapes ? weights.get(node.getInput(1)) : null;
            if (shape != null
                    && shape.getDataType() == ElementType.INT64.code()
                    && !weights.containsKey(node.getInput(0))) {
                opened(longs(shape), batch).ifPresent(sizes -> {
                    String fresh = piece.addWeight(
                            node.getInput(1) + "/" + name, Tensor.longs(new long[] {sizes.length}, sizes));
                    piece.replace(node, node.toBuilder().setInput(1, fresh).build());
                });
            }
        }
    }

    private static long[] longs(TensorProto shape) {
        Tensor tensor = Tensors.toTensor(shape).orElseThrow();
        long[] sizes = new long[Math.toIntExact(tensor.elements())];
        tensor.longs().get(sizes);
        return sizes;
    }

    /** The first size is whatever is left, or where another is that already, the same as before. */
    private static Optional<long[]> opened(long[] sizes, long batch) {
        if (sizes.length == 0 || sizes[0] != batch) {
            return Optional.empty();
        }
        long[] opened = sizes.clone();
        opened[0] = -1;
        for (int i = 1; i < sizes.length; i++) {
            if (sizes[i] == -1) {
                opened[0] = 0;
            }
        }
        return Optional.of(opened);
    }
}
