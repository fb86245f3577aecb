package dev.amalgam.desk.explain;

import dev.amalgam.onnx.Obstacle;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Provenance;
import dev.amalgam.tensor.TensorType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;

/**
 * What is to be known of a model beside what its file lists.
 *
 * @param model the model
 * @param provenance where it is from
 * @param types of its tensors, as the runtime tells them; empty where it refuses the model
 * @param tried the types of inputs, with sizes put in for open ones, that {@code multiplyAdds} and {@code memory} are for
 * @param multiplyAdds of a run; empty where a size is not known or an operator has no formula
 * @param memory of tensors during a run; empty where a size is not known
 * @param open by open size, where it stands
 * @param obstacles what stands against joining, running or exporting it
 */
public record Explanation(
        OnnxModel model,
        Provenance provenance,
        Map<String, TensorType> types,
        SequencedMap<String, TensorType> tried,
        OptionalLong multiplyAdds,
        Optional<LiveMemory> memory,
        SequencedMap<String, List<String>> open,
        List<Obstacle> obstacles) {
    public Explanation {
        types = Map.copyOf(types);
        tried = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tried));
        open = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(open));
        obstacles = List.copyOf(obstacles);
    }
}
