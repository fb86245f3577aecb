package dev.amalgam.onnx;

import static java.util.Objects.requireNonNull;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what in a model does not depend on its inputs, and puts the values there that a runtime computed for it. What would
 * make the file much larger than what it is computed from stays: weights that are stored in fewer bits, or repeated.
 */
final class Folding {
    /** Results up to this size are always kept as weights. */
    private static final long SMALL_BYTES = 64 << 10;

    private static final Set<String> RANDOM = Set.of(
            "RandomNormal",
            "RandomUniform",
            "RandomNormalLike",
            "RandomUniformLike",
            "Multinomial",
            "Bernoulli",
            "Dropout");

    private final OnnxModel model;
    private final Workpiece piece;
    private final List<NodeProto> foldable = new ArrayList<>();
    /** What is made of weights alone and is read by what is not. */
    private final Set<String> results = new LinkedHashSet<>();

    Folding(OnnxModel model) {
        this.model = model;
        this.piece = new Workpiece(model);
        find();
    }

    private void find() {
        Set<String> fixed = new HashSet<>(Graphs.weights(piece.graph().build()));
        Set<String> made = new HashSet<>();
        for (NodeProto node : piece.nodes()) {
            boolean constant = node.getOpType().equals("Constant");
            if (constant || isFoldable(node) && fixed.containsAll(Graphs.reads(node))) {
                fixed.addAll(node.getOutputList());
                if (!constant) {
                    foldable.add(node);
                    made.addAll(node.getOutputList());
                }
            } else {
                Graphs.reads(node).stream().filter(made::contains).forEach(results::add);
            }
        }
        made.stream().filter(name -> !name.isEmpty() && piece.isOutput(name)).forEach(results::add);
    }

    private static boolean isFoldable(NodeProto node) {
        return Tensors.isDefault(node.getDomain())
                && !RANDOM.contains(node.getOpType())
                && Graphs.inside(node).isEmpty();
    }

    /** A model without inputs that makes all that can be computed beforehand; empty where there is nothing. */
    Optional<OnnxModel> constants() throws OnnxException {
        return results.isEmpty() ? Optional.empty() : Optional.of(model.cut(List.copyOf(results)));
    }

    /** @param values what a runtime computed for {@link #constants} */
    OnnxModel with(Map<String, Tensor> values) throws OnnxException {
        for (NodeProto node : foldable) {
            List<String> wanted =
                    node.getOutputList().stream().filter(results::contains).toList();
            boolean known = !wanted.isEmpty() && wanted.stream().allMatch(values::containsKey);
            if (known && isModest(wanted, values)) {
                piece.nodes().remove(node);
                wanted.forEach(name -> piece.addWeightNamed(name, requireNonNull(values.get(name))));
            }
        }
        return piece.swept();
    }

    private boolean isModest(List<String> made, Map<String, Tensor> values) throws OnnxException {
        long bytes = made.stream()
                .mapToLong(name -> bytes(requireNonNull(values.get(name))))
                .sum();
        if (bytes <= SMALL_BYTES) {
            return true;
        }
        long[] stored = new long[1];
        Graphs.forEachTensor(model.cut(made).proto(), weight -> stored[0] += bytes(weight));
        return bytes <= stored[0];
    }

    private static long bytes(Tensor value) {
        return value.element() == ElementType.STRING ? 0 : value.bytes().remaining();
    }

    private static long bytes(TensorProto weight) {
        return ElementType.ofCode(weight.getDataType())
                .map(element -> Tensors.storedBytes(element, weight))
                .orElse(0L);
    }
}
