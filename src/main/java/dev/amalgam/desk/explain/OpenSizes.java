package dev.amalgam.desk.explain;

import dev.amalgam.onnx.Inspection;
import dev.amalgam.tensor.Dim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The sizes of a model's inputs and outputs that are known only when it runs. */
public final class OpenSizes {
    private OpenSizes() {}

    /** By size as the model calls it, {@code ?} where it has no name: each place, such as {@code image axis 0}. */
    public static SequencedMap<String, List<String>> of(Inspection model) {
        SequencedMap<String, List<String>> open = new LinkedHashMap<>();
        model.inputs().forEach(input -> add(input, open));
        model.outputs().forEach(output -> add(output, open));
        return open;
    }

    private static void add(Inspection.Value value, SequencedMap<String, List<String>> open) {
        List<Dim> dims = value.type().map(type -> type.shape().dims()).orElse(List.of());
        for (int axis = 0; axis < dims.size(); axis++) {
            if (dims.get(axis).known().isEmpty()) {
                open.computeIfAbsent(dims.get(axis).toString(), _ -> new ArrayList<>())
                        .add(value.name() + " axis " + axis);
            }
        }
    }
}
