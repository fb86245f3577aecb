package dev.amalgam.run.worker;

import dev.amalgam.run.channel.TensorRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which outputs the runtime can write straight into shared memory, because they will most likely be as large as those of the
 * frame before: where its inputs were as large. For a model whose sizes depend on the values that is wrong; then it is given up.
 */
final class PinnedOutputs {
    private Map<String, List<Long>> inputs = Map.of();
    private Map<String, TensorRef> outputs = Map.of();
    private boolean wrong;

    /** What the outputs of this frame will look like that can be told beforehand. */
    Map<String, TensorRef> expected(Map<String, TensorRef> feeds) {
        return dims(feeds).equals(inputs) ? outputs : Map.of();
    }

    /** Notes what the outputs of a frame looked like. */
    void note(Map<String, TensorRef> feeds, Map<String, TensorRef> values) {
        if (!wrong) {
            inputs = dims(feeds);
            outputs = new HashMap<>(values);
            outputs.values().removeIf(ref -> ref.length() == 0 || !OrtTensors.isOverMemory(ref.element()));
        }
    }

    /** What was expected did not hold. */
    void giveUp() {
        wrong = true;
        outputs = Map.of();
    }

    private static Map<String, List<Long>> dims(Map<String, TensorRef> refs) {
        Map<String, List<Long>> dims = new HashMap<>();
        refs.forEach((name, ref) -> dims.put(name, ref.dims()));
        return dims;
    }
}
