package dev.amalgam.compile;

import dev.amalgam.tensor.DimVariable;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.TensorType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** In a file a size's name holds for the whole graph, so equal names of different nodes must be told apart. */
final class DimNames {
    private final Map<DimVariable, DimVariable> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    TensorType unique(TensorType type) {
        Shape shape = type.shape();
        return new TensorType(
                type.element(),
                new Shape(
                        shape.pack(),
                        shape.dims().stream()
                                .map(dim -> dim.rename(this::unique))
                                .toList()));
    }

    private DimVariable unique(DimVariable variable) {
        return variable.isAnonymous() ? variable : names.computeIfAbsent(variable, this::name);
    }

    private DimVariable name(DimVariable variable) {
        String name = variable.name();
        for (int i = 2; !taken.add(name); i++) {
            name = variable.name() + "_" + i;
        }
        return new DimVariable("", name);
    }
}
