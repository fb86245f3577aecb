package dev.amalgam.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The axes of a tensor, outermost first: sizes, optionally after a pack that stands for any number of leading axes.
 *
 * @param pack the leading axes whose number is open, if any
 * @param dims the axes that are listed
 */
public record Shape(Optional<ShapePack> pack, List<Dim> dims) {
    public Shape {
        dims = List.copyOf(dims);
    }

    /** A shape of exactly these axes. */
    public static Shape of(List<Dim> dims) {
        return new Shape(Optional.empty(), dims);
    }

    /** A shape of exactly these known sizes. */
    public static Shape of(long... sizes) {
        return of(Arrays.stream(sizes).mapToObj(Dim::of).toList());
    }

    /** A shape of which nothing is known; {@code name} tells it from other such shapes of the same signature. */
    public static Shape unranked(String name) {
        return new Shape(Optional.of(new ShapePack("", name)), List.of());
    }

    /** The number of axes, where it is known. */
    public OptionalInt rank() {
        return pack.isPresent() ? OptionalInt.empty() : OptionalInt.of(dims.size());
    }

    /** Whether every size is known. */
    public boolean isKnown() {
        return pack.isEmpty() && dims.stream().allMatch(dim -> dim.known().isPresent());
    }

    /** The number of elements, where every size is known. @throws ArithmeticException where a long cannot hold it */
    public OptionalLong elements() {
        return isKnown()
                ? OptionalLong.of(dims.stream().mapToLong(Dim::constant).reduce(1, Math::multiplyExact))
                : OptionalLong.empty();
    }

    /** This shape with all its variables owned by {@code scope}. */
    Shape scoped(String scope) {
        return new Shape(
                pack.map(own -> new ShapePack(scope, own.name())),
                dims.stream()
                        .map(dim -> dim.rename(own -> new DimVariable(scope, own.name())))
                        .toList());
    }

    Shape apart(String owner) {
        return new Shape(
                pack,
                dims.stream()
                        .map(dim -> dim.rename(
                                own -> own.isAnonymous() ? new DimVariable(own.scope(), own.name() + owner) : own))
                        .toList());
    }

    /** This shape after further leading axes. */
    Shape prepend(Shape leading) {
        List<Dim> all = new ArrayList<>(leading.dims);
        all.addAll(dims);
        return new Shape(leading.pack, all);
    }

    @Override
    public String toString() {
        String listed = dims.stream().map(Dim::toString).collect(Collectors.joining(","));
        String leading = pack.map(ShapePack::toString).orElse("");
        return "[" + leading + (leading.isEmpty() || listed.isEmpty() ? "" : ",") + listed + "]";
    }
}
