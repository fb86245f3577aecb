package dev.amalgam.run.worker;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import dev.amalgam.run.channel.TensorRef;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Tensors of the runtime over places in shared memory. The values of one frame mostly lie where those of the frame before lay:
 * then the tensor is there already.
 */
final class PlacedTensors {
    /** Gives the values at a place. */
    interface Views {
        Tensor view(TensorRef ref) throws IOException;
    }

    private final OrtTensors tensors;
    private final Views views;
    private Map<TensorRef, OnnxTensor> before = new HashMap<>();
    private Map<TensorRef, OnnxTensor> now = new HashMap<>();

    PlacedTensors(OrtTensors tensors, Views views) {
        this.tensors = tensors;
        this.views = views;
    }

    /** The tensor at this place, valid until {@link #next}. */
    OnnxTensor at(TensorRef ref) throws OrtException, IOException {
        OnnxTensor known = now.get(ref);
        if (known == null && OrtTensors.isOverMemory(ref.element())) {
            known = before.remove(ref);
        }
        OnnxTensor tensor = known == null ? tensors.wrap(views.view(ref)) : known;
        now.put(ref, tensor);
        return tensor;
    }

    /** The next frame begins: what the last one did not need goes. */
    void next() {
        before.values().forEach(OnnxTensor::close);
        before = now;
        now = new HashMap<>();
    }
}
