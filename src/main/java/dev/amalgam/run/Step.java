package dev.amalgam.run;

import java.nio.file.Path;
import java.util.Map;

/**
 * One model to run. Values are known by keys that the caller derives from everything that determines them, so two values
 * with the same key are the same value.
 *
 * @param name what messages call this step, unique within a request
 * @param model the ONNX file
 * @param inputs the key of the value that goes into each graph input
 * @param outputs the key under which each graph output is kept; outputs of the graph that are not named here are not asked for
 */
public record Step(String name, Path model, Map<String, String> inputs, Map<String, String> outputs) {
    public Step {
        inputs = Map.copyOf(inputs);
        outputs = Map.copyOf(outputs);
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("Step " + name + " has no outputs, so it could never be needed");
        }
    }
}
