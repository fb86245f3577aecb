package dev.amalgam.run.worker;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import dev.amalgam.run.channel.SharedReader;
import dev.amalgam.run.channel.SharedWriter;
import dev.amalgam.run.channel.TensorRef;
import java.io.IOException;

/** The shared memory of one request and its answer. */
final class Lane {
    private final SharedReader feeds;
    private final SharedWriter values;
    private final PlacedTensors inputs;
    private final PlacedTensors outputs;

    Lane(SharedReader feeds, SharedWriter values, OrtTensors tensors) {
        this.feeds = feeds;
        this.values = values;
        this.inputs = new PlacedTensors(tensors, feeds::view);
        this.outputs = new PlacedTensors(tensors, values::view);
    }

    SharedReader feeds() {
        return feeds;
    }

    SharedWriter values() {
        return values;
    }

    /** The runtime's tensor over values that were handed over. */
    OnnxTensor input(TensorRef ref) throws OrtException, IOException {
        return inputs.at(ref);
    }

    /** The runtime's tensor over a place that was reserved among the values. */
    OnnxTensor output(TensorRef ref) throws OrtException, IOException {
        return outputs.at(ref);
    }

    /** What was handed over before in either direction is not needed any more. */
    void clear() {
        inputs.next();
        outputs.next();
        feeds.clear();
        values.clear();
    }
}
