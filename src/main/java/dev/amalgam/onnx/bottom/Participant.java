package dev.amalgam.onnx.bottom;

import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import java.util.List;
import java.util.Map;

/**
 * A model that may share its bottom with others.
 *
 * @param name what to call it
 * @param model with the wanted outputs alone
 * @param fedBy what feeds each input, as any text; where two are fed by different things, they are not one. What is not here
 *     may be fed by anything.
 */
public record Participant(String name, OnnxModel model, Map<String, String> fedBy) {
    public Participant {
        fedBy = Map.copyOf(fedBy);
    }

    /** An input, and what feeds it; empty where anything may. */
    record In(Inspection.Value value, String fedBy) {}

    List<In> inputs() {
        return model.inspect().inputs().stream()
                .map(input -> new In(input, fedBy.getOrDefault(input.name(), "")))
                .toList();
    }
}
