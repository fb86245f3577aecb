package dev.amalgam.kind.model;

import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.TensorType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a tensor of a model probably means, by what makes it, its shape, and what still comes after it. A guess: a person can
 * always say it better.
 */
public final class Guess {
    /** What may stand between logits and the model's outputs: an activation, and what only moves numbers about. */
    private static final Set<String> AFTER_LOGITS = Set.of(
            "Softmax",
            "LogSoftmax",
            "Sigmoid",
            "Identity",
            "Reshape",
            "Flatten",
            "Squeeze",
            "Cast",
            "Constant",
            "ArgMax");

    private static final Set<String> ACTIVATIONS = Set.of("Softmax", "LogSoftmax", "Sigmoid");

    private static final Set<String> LINEAR = Set.of("Gemm", "MatMul", "Add", "Conv");

    private final OnnxModel model;

    /** Guesses about the tensors of this model. */
    public Guess(OnnxModel model) {
        this.model = model;
    }

    /** What the tensor probably means. */
    public Representation representation(String tensor, TensorType type) {
        if (!(type.element() instanceof ElementType element)
                || type.shape().pack().isPresent()) {
            return Representation.RAW;
        }
        List<Dim> dims = type.shape().dims();
        if (element == ElementType.STRING) {
            return Representation.STRUCTURED;
        }
        String operator = operator(tensor);
        if (!element.isFloating()) {
            return operator.equals("ArgMax") ? Representation.HARD : Representation.STRUCTURED;
        }
        if (dims.size() < 2) {
            return Representation.STRUCTURED;
        }
        return dims.stream().skip(2).allMatch(Dim.of(1)::equals) ? vector(tensor, operator) : Representation.ENCODING;
    }

    /** Of [N,K], or [N,K,1,1]. */
    private Representation vector(String tensor, String operator) {
        return switch (operator) {
            case "Softmax" -> Representation.SOFT;
            case "Sigmoid" -> Representation.SOFT_INDEPENDENT;
            default ->
                isBeforeActivation(tensor) || isLastLayer(tensor, operator)
                        ? Representation.LOGITS
                        : Representation.EMBEDDING;
        };
    }

    /** Models that leave out the activation end in a linear layer. */
    private boolean isLastLayer(String tensor, String operator) {
        return LINEAR.contains(operator)
                && model.inspect().outputs().stream()
                        .anyMatch(output -> output.name().equals(tensor));
    }

    private String operator(String tensor) {
        return model.inspect().interior().stream()
                .filter(interior -> interior.tensor().equals(tensor))
                .findFirst()
                .map(Inspection.Interior::operator)
                .orElse("");
    }

    /** Whether nothing but an activation comes after it on the way to the outputs. */
    private boolean isBeforeActivation(String tensor) {
        return after(tensor)
                .filter(operators -> AFTER_LOGITS.containsAll(operators))
                .filter(operators -> operators.stream().anyMatch(ACTIVATIONS::contains))
                .isPresent();
    }

    private Optional<Set<String>> after(String tensor) {
        List<String> outputs =
                model.inspect().outputs().stream().map(Inspection.Value::name).toList();
        try {
            return Optional.of(
                    model.cut(List.of(tensor), outputs).inspect().operators().keySet());
        } catch (OnnxException e) {
            // The outputs do not need this tensor, or not only it: then it is not the one before their activation.
            return Optional.empty();
        }
    }
}
