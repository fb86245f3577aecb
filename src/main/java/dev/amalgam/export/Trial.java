package dev.amalgam.export;

import dev.amalgam.tensor.Tensor;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One set of inputs with the outputs that the amalgamation gave for them node by node.
 *
 * @param name what people call it: {@code project} for the inputs that the project names, {@code seeded} for noise
 * @param inputs by graph input
 * @param expected by graph output
 */
record Trial(String name, SortedMap<String, Tensor> inputs, SortedMap<String, Tensor> expected) {
    Trial {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        expected = Collections.unmodifiableSortedMap(new TreeMap<>(expected));
    }

    Tensor output(String name) {
        return Optional.ofNullable(expected.get(name)).orElseThrow();
    }

    static Trial of(String name, Map<String, Tensor> inputs, Map<String, Tensor> expected) {
        return new Trial(name, new TreeMap<>(inputs), new TreeMap<>(expected));
    }
}
