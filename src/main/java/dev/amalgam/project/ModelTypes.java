package dev.amalgam.project;

import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.SurgeryException;
import dev.amalgam.onnx.recipe.Answers;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.Map;
import java.util.Optional;

/** Who knows the types of the tensors inside a model better than its file: the runtime, as soon as it has looked. */
@FunctionalInterface
public interface ModelTypes extends Answers {
    /** Nobody: what the file says has to do. */
    ModelTypes FROM_FILE = model -> Optional.empty();

    /**
     * The types of the tensors of a model's top graph, by name, as far as they are known by now. Answers at once; the work
     * goes on elsewhere.
     */
    @Override
    Optional<Map<String, TensorType>> types(OnnxModel model);

    /** Nobody computes anything, unless it is said otherwise. */
    @Override
    default Optional<Map<String, Tensor>> constants(OnnxModel part) throws SurgeryException {
        return Optional.empty();
    }
}
