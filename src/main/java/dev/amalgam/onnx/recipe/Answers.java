package dev.amalgam.onnx.recipe;

import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.SurgeryException;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.Map;
import java.util.Optional;

/** What only a runtime can tell of a model. Answers at once; where it does not know yet, the work goes on elsewhere. */
public interface Answers {
    /** Nobody answers. */
    Answers NONE = new Answers() {
        @Override
        public Optional<Map<String, TensorType>> types(OnnxModel model) {
            return Optional.empty();
        }

        @Override
        public Optional<Map<String, Tensor>> constants(OnnxModel part) {
            return Optional.empty();
        }
    };

    /** The types of all tensors of a model's top graph; empty as long as they are not known. */
    Optional<Map<String, TensorType>> types(OnnxModel model);

    /**
     * What a model without inputs makes, by output; empty as long as it is not known.
     *
     * @throws SurgeryException where the runtime cannot compute it
     */
    Optional<Map<String, Tensor>> constants(OnnxModel part) throws SurgeryException;
}
