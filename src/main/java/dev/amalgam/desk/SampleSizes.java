package dev.amalgam.desk;

import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.DimVariable;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * Sizes to try a model with where its own are open. Open first axes are one example; other open sizes are tried one after
 * another, because only the model knows what it takes.
 */
public final class SampleSizes {
    private static final long[] OPEN = {32, 224, 16, 8, 1};

    private SampleSizes() {}

    /** The types with sizes put in, the likeliest first; one where nothing is open. Sizes of one name are equal. */
    public static List<SequencedMap<String, TensorType>> of(Map<String, TensorType> types) {
        List<SequencedMap<String, TensorType>> all = new ArrayList<>();
        for (long open : OPEN) {
            SequencedMap<String, TensorType> sized = sized(types, open);
            if (!all.contains(sized)) {
                all.add(sized);
            }
        }
        return all;
    }

    /**
     * Types of tensors inside a model where one example flows in; other open sizes stay open.
     *
     * @param inputs the types of the inputs
     */
    public static SequencedMap<String, TensorType> forOneExample(
            Map<String, TensorType> types, Collection<TensorType> inputs) {
        return with(types, examples(inputs), Dim::of);
    }

    private static SequencedMap<String, TensorType> sized(Map<String, TensorType> types, long open) {
        return with(types, examples(types.values()), _ -> Dim.of(open));
    }

    private static Map<DimVariable, Dim> examples(Collection<TensorType> inputs) {
        Map<DimVariable, Dim> examples = new HashMap<>();
        inputs.stream()
                .filter(type -> !type.shape().dims().isEmpty())
                .flatMap(type -> type.shape().dims().getFirst().terms().keySet().stream())
                .forEach(variable -> examples.put(variable, Dim.of(1)));
        return examples;
    }

    private static SequencedMap<String, TensorType> with(
            Map<String, TensorType> types, Map<DimVariable, Dim> known, Function<DimVariable, Dim> others) {
        SequencedMap<String, TensorType> sized = new LinkedHashMap<>();
        types.forEach((name, type) -> {
            List<Dim> dims = type.shape().dims().stream()
                    .map(dim -> dim.substitute(it -> known.containsKey(it) ? known.get(it) : others.apply(it)))
                    .toList();
            boolean ranked = type.shape().pack().isEmpty();
            sized.put(name, ranked ? new TensorType(type.element(), Shape.of(dims)) : type);
        });
        return sized;
    }
}
