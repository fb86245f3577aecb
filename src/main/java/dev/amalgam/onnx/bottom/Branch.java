package dev.amalgam.onnx.bottom;

import dev.amalgam.onnx.OnnxModel;
import java.util.Map;
import java.util.Optional;

/**
 * What a model does with the common bottom.
 *
 * @param of the model
 * @param inputs by input of the model, the input of the bottom's model that it is; one that is not here is its own
 * @param from by input of the rest, the tensor of the bottom that goes in there
 * @param ready by output of the model that the bottom makes already, the tensor of the bottom that it is
 * @param rest what makes the other outputs from the bottom; empty where there are none
 */
public record Branch(
        Participant of,
        Map<String, String> inputs,
        Map<String, String> from,
        Map<String, String> ready,
        Optional<OnnxModel> rest) {
    public Branch {
        inputs = Map.copyOf(inputs);
        from = Map.copyOf(from);
        ready = Map.copyOf(ready);
    }
}
