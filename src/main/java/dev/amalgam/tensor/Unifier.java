package dev.amalgam.tensor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds what the variables of types must be for the types to agree: first-order unification, with linear equations over
 * sizes (Robinson 1965; an equation is solved for a variable of factor ±1). An equation that cannot be solved yet is
 * taken as true: the runtime is the last judge. Variables are told apart by scope and name, so scope each signature
 * before it comes here. Not for use by several threads.
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

    private Dim resolve(Dim dim) {
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
        if (value instanceof ElementType type && !variable.allows(type)) {
            return Optional.of(new Mismatch.NotAllowed(variable.allowed(), type));
        }
        if (value instanceof ElementVariable other
                && other.allowed().isEmpty()
                && !variable.allowed().isEmpty()) {
            elements.put(other, variable);
        } else {
            elements.put(variable, value);
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
        OptionalLong left = difference.known();
        if (left.isPresent()) {
            return left.getAsLong() == 0;
        }
        for (Map.Entry<DimVariable, Long> term : difference.terms().entrySet()) {
            if (Math.abs(term.getValue()) == 1) {
                // difference = 0 and difference = ±v + rest, so v = ∓rest.
                Dim rest = difference.minus(Dim.of(term.getKey()).times(term.getValue()));
                Dim value = rest.times(-term.getValue());
                boolean possible = value.known().isEmpty() || value.known().getAsLong() >= 0;
                if (possible) {
                    sizes.put(term.getKey(), value);
                }
                return possible;
            }
        }
        return true;
    }
}
