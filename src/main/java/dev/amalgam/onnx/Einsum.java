package dev.amalgam.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The multiply-adds of an Einsum of two tensors: one for each combination of the indices in its equation. */
final class Einsum {
    private Einsum() {}

    /** Empty where there are more tensors, whose order nothing says, or an index stands for several axes. */
    static Optional<Long> multiplyAdds(String equation, List<String> inputs, Function<String, Optional<long[]>> sizes) {
        String[] terms = equation.replace(" ", "").split("->", 2)[0].split(",", -1);
        if (inputs.size() == 1) {
            return Optional.of(0L);
        }
        if (inputs.size() != 2 || terms.length != 2 || equation.contains(".")) {
            return Optional.empty();
        }
        Map<Character, Long> axes = new HashMap<>();
        for (int i = 0; i < terms.length; i++) {
            Optional<long[]> dims = sizes.apply(inputs.get(i));
            if (dims.isEmpty() || dims.get().length != terms[i].length()) {
                return Optional.empty();
            }
            for (int axis = 0; axis < terms[i].length(); axis++) {
                axes.merge(terms[i].charAt(axis), dims.get()[axis], Math::max);
            }
        }
        return Optional.of(axes.values().stream().reduce(1L, Size::times));
    }
}
