package dev.amalgam.tensor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what the variables of types must be for the types to agree: first-order unification, with linear equations over
 * sizes (Robinson 1965; an equation is solved for a variable of factor ±1, or for the only one). An equation that cannot
 * be solved yet is taken as true: the runtime is the last judge. Variables are told apart by scope and name, so scope
 * each signature before it comes here. Not for use by several threads.
 */
public final class Unifier {
    private final Map<DimVariable, Dim> sizes = new HashMap<>();
    private final Map<ElementVariable, Element> elements = new HashMap<>();
    private final Map<ShapePack, Shape> packs = new HashMap<>();

    /**
     * Makes both types the same, if that can be.
     *
     * @return why they cannot be the same, or empty where they now are; after a mismatch some variables may be bound
     */
    public Optional<Mismatch> unify(TensorType expected, TensorType actual) {
        return unifyElements(resolve(expected.element()), resolve(actual.element()))
                .or(() -> unifyShapes(resolve(expected.shape()), resolve(actual.shape())));
    }

    /** The type with everything filled in that is known by now. */
    public TensorType resolve(TensorType type) {
        return new TensorType(resolve(type.element()), resolve(type.shape()));
    }

    private Element resolve(Element element) {
        Element current = element;
        while (current instanceof ElementVariable variable && elements.containsKey(variable)) {
            current = elements.get(variable);
        }
        return current;
    }

    private Shape resolve(Shape shape) {
        Shape filled = Shape.of(shape.dims().stream().map(this::resolve).toList());
        Optional<ShapePack> pack = shape.pack();
        while (pack.isPresent() && packs.containsKey(pack.get())) {
            Shape leading = packs.get(pack.get());
            filled = filled.prepend(
                    Shape.of(leading.dims().stream().map(this::resolve).toList()));
            pack = leading.pack();
        }
        return new Shape(pack, filled.dims());
    }

    /** The size with everything filled in that is known by now. */
    public Dim resolve(Dim dim) {
        return dim.substitute(variable -> {
            Dim value = sizes.get(variable);
            return value == null ? Dim.of(variable) : resolve(value);
        });
    }

    private Optional<Mismatch> unifyElements(Element expected, Element actual) {
        if (expected.equals(actual)) {
            return Optional.empty();
        }
        if (expected instanceof ElementVariable variable) {
            return bind(variable, actual);
        }
        return actual instanceof ElementVariable variable
                ? bind(variable, expected)
                : Optional.of(new Mismatch.Elements(expected, actual));
    }

    private Optional<Mismatch> bind(ElementVariable variable, Element value) {
        return switch (value) {
            case ElementType type
            when !variable.allows(type) -> Optional.of(new Mismatch.NotAllowed(variable.allowed(), type));
            case ElementType type -> {
                elements.put(variable, type);
                yield Optional.empty();
            }
            case ElementVariable other -> join(variable, other);
        };
    }

    /** Makes both variables one that may stand for no more than either. */
    private Optional<Mismatch> join(ElementVariable expected, ElementVariable actual) {
        Set<ElementType> both = new HashSet<>(expected.allowed().isEmpty() ? actual.allowed() : expected.allowed());
        both.removeIf(type -> !actual.allows(type));
        if (both.isEmpty() && !expected.allowed().isEmpty()) {
            return Optional.of(new Mismatch.Elements(expected, actual));
        }
        ElementVariable joined = new ElementVariable(actual.scope(), actual.name(), both);
        for (ElementVariable one : List.of(expected, actual)) {
            if (!one.equals(joined)) {
                elements.put(one, joined);
            }
        }
        return Optional.empty();
    }

    private Optional<Mismatch> unifyShapes(Shape expected, Shape actual) {
        int shared = Math.min(expected.dims().size(), actual.dims().size());
        boolean ranked = expected.pack().isEmpty() && actual.pack().isEmpty();
        Optional<Mismatch> leading = unifyLeading(expected, actual, shared);
        for (int i = 1; leading.isEmpty() && i <= shared; i++) {
            Dim one = resolve(expected.dims().get(expected.dims().size() - i));
            Dim other = resolve(actual.dims().get(actual.dims().size() - i));
            if (!unifyDims(one, other)) {
                return Optional.of(new Mismatch.Axes(ranked ? shared - i : -i, one, other));
            }
        }
        return leading;
    }

    /** Gives the axes that only one side lists to the other side's pack. */
    private Optional<Mismatch> unifyLeading(Shape expected, Shape actual, int shared) {
        Shape restExpected = rest(expected, shared);
        Shape restActual = rest(actual, shared);
        if (restExpected.equals(restActual)) {
            return Optional.empty();
        }
        if (restExpected.dims().isEmpty() && expected.pack().isPresent()) {
            return bind(expected.pack().get(), restActual, expected, actual);
        }
        if (restActual.dims().isEmpty() && actual.pack().isPresent()) {
            return bind(actual.pack().get(), restExpected, expected, actual);
        }
        return Optional.of(new Mismatch.Ranks(expected, actual));
    }

    private Optional<Mismatch> bind(ShapePack pack, Shape value, Shape expected, Shape actual) {
        if (value.pack().equals(Optional.of(pack))) {
            return Optional.of(new Mismatch.Ranks(expected, actual));
        }
        packs.put(pack, value);
        return Optional.empty();
    }

    private static Shape rest(Shape shape, int shared) {
        return new Shape(shape.pack(), shape.dims().subList(0, shape.dims().size() - shared));
    }

    private boolean unifyDims(Dim expected, Dim actual) {
        Dim difference = expected.minus(actual);
        if (difference.terms().isEmpty()) {
            return difference.constant() == 0;
        }
        if (difference.terms().size() == 1) {
            DimVariable only = difference.terms().firstKey();
            long factor = difference.factor(only);
            return difference.constant() % factor == 0 && bind(only, Dim.of(-difference.constant() / factor));
        }
        // What is expected learns from what is there, so that the names of sizes flow downstream.
        return Stream.concat(expected.terms().keySet().stream(), actual.terms().keySet().stream())
                .filter(variable -> Math.abs(difference.factor(variable)) == 1)
                .findFirst()
                .map(variable -> bind(variable, solved(difference, variable)))
                .orElse(true);
    }

    /** What {@code variable} is where {@code difference}, which holds it once, is 0: from ±v + rest = 0 follows v = ∓rest. */
    private static Dim solved(Dim difference, DimVariable variable) {
        long sign = Math.negateExact(difference.factor(variable));
        return difference.times(sign).plus(Dim.of(variable));
    }

    private boolean bind(DimVariable variable, Dim value) {
        sizes.put(variable, value);
        return sizes.values().stream().map(this::resolve).allMatch(Unifier::isPossible);
    }

    /** A size that only takes away from a negative number is none. */
    private static boolean isPossible(Dim size) {
        return size.constant() >= 0 || size.terms().values().stream().anyMatch(factor -> factor > 0);
    }
}
