package dev.amalgam.desk.merge;

import dev.amalgam.desk.SampleSizes;
import dev.amalgam.export.SeededInput;
import dev.amalgam.onnx.bottom.Branch;
import dev.amalgam.onnx.bottom.CommonBottom;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values to try models on: noise that comes out the same wherever it is made.
 *
 * @param values by place: the input of the first model that an input is, or the name of the
 *     model before the one of its own input
 */
public record Sample(Map<String, Tensor> values) {
    private static final long SEED = 20;

    public Sample {
        values = Map.copyOf(values);
    }

    /** Samples for all inputs of these models, the likeliest first; none where an input can have no noise. */
    static List<Sample> of(CommonBottom common) {
        Map<String, TensorType> types = new LinkedHashMap<>();
        for (Branch branch : common.branches()) {
            branch.of()
                    .model()
                    .inspect()
                    .inputs()
                    .forEach(input -> input.type()
                            .ifPresent(type -> types.merge(place(branch, input.name()), type, Sample::narrower)));
        }
        List<Sample> samples = new ArrayList<>();
        for (Map<String, TensorType> sized : SampleSizes.of(types)) {
            SeededInput.all(sized, SEED)
                    .map(Sample::new)
                    .filter(sample -> !samples.contains(sample))
                    .ifPresent(samples::add);
        }
        return samples;
    }

    /** The values of the inputs of a model, by their names there. */
    Map<String, Tensor> of(Branch branch) {
        Map<String, Tensor> own = new HashMap<>();
        branch.of()
                .model()
                .inspect()
                .inputs()
                .forEach(input -> Optional.ofNullable(values.get(place(branch, input.name())))
                        .ifPresent(value -> own.put(input.name(), value)));
        return own;
    }

    /** What an input of a model is called beside those of all models. */
    static String place(Branch branch, String input) {
        return Optional.ofNullable(branch.inputs().get(input)).orElseGet(() -> own(branch, input));
    }

    private static String own(Branch branch, String input) {
        return branch.of().name() + "/" + input;
    }

    /** Of two types of one input, that which leaves less open, axis by axis. */
    private static TensorType narrower(TensorType one, TensorType other) {
        if (one.shape().pack().isPresent()) {
            return other;
        }
        List<Dim> dims = new ArrayList<>(one.shape().dims());
        for (int i = 0; i < dims.size() && other.shape().pack().isEmpty(); i++) {
            Dim its = other.shape().dims().get(i);
            dims.set(
                    i,
                    dims.get(i).known().isPresent() ? dims.get(i) : its.known().isPresent() ? its : dims.get(i));
        }
        return new TensorType(one.element(), Shape.of(dims));
    }
}
