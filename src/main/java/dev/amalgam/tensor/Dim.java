package dev.amalgam.tensor;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The size of one axis: a linear expression over variables, {@code c0 + c1*v1 + …}. That covers numbers ({@code 224}), names
 * ({@code N}) and the sums that joining tensors needs ({@code A+B}); whatever else a model writes stays an opaque name.
 *
 * @param terms the factor of each variable, never 0
 * @param constant the rest, in elements
 */
public record Dim(SortedMap<DimVariable, Long> terms, long constant) {
    public Dim {
        TreeMap<DimVariable, Long> kept = new TreeMap<>(terms);
        kept.values().removeIf(factor -> factor == 0);
        terms = Collections.unmodifiableSortedMap(kept);
    }

    /** A known size. */
    public static Dim of(long size) {
        return new Dim(new TreeMap<>(), size);
    }

    /** A named size. */
    public static Dim of(DimVariable variable) {
        return new Dim(new TreeMap<>(Map.of(variable, 1L)), 0);
    }

    /** A named size of a bare signature. */
    public static Dim named(String name) {
        return of(new DimVariable("", name));
    }

    /** A size that nothing is known of, printed as {@code ?}; {@code name} tells it from others of the same signature. */
    public static Dim unknown(String name) {
        return named("?" + name);
    }

    /** The size, where no variable is left. */
    public OptionalLong known() {
        return terms.isEmpty() ? OptionalLong.of(constant) : OptionalLong.empty();
    }

    /** How often a variable counts, 0 where it does not. */
    long factor(DimVariable variable) {
        return terms.getOrDefault(variable, 0L);
    }

    /** The sum. @throws ArithmeticException where a long cannot hold a number of it */
    public Dim plus(Dim other) {
        TreeMap<DimVariable, Long> sum = new TreeMap<>(terms);
        other.terms.forEach((variable, factor) -> sum.merge(variable, factor, Math::addExact));
        return new Dim(sum, Math.addExact(constant, other.constant));
    }

    /** The difference. @throws ArithmeticException where a long cannot hold a number of it */
    public Dim minus(Dim other) {
        return plus(other.times(-1));
    }

    /** The multiple. @throws ArithmeticException where a long cannot hold a number of it */
    public Dim times(long factor) {
        TreeMap<DimVariable, Long> scaled = new TreeMap<>();
        terms.forEach((variable, own) -> scaled.put(variable, Math.multiplyExact(own, factor)));
        return new Dim(scaled, Math.multiplyExact(constant, factor));
    }

    /** This size with every variable replaced by what {@code value} gives for it. */
    public Dim substitute(Function<DimVariable, Dim> value) {
        if (terms.isEmpty()) {
            return this;
        }
        Dim result = of(constant);
        for (Map.Entry<DimVariable, Long> term : terms.entrySet()) {
            result = result.plus(value.apply(term.getKey()).times(term.getValue()));
        }
        return result;
    }

    /** This size with its variables renamed. */
    public Dim rename(UnaryOperator<DimVariable> renaming) {
        return substitute(variable -> of(renaming.apply(variable)));
    }

    @Override
    public String toString() {
        if (terms.isEmpty()) {
            return Long.toString(constant);
        }
        StringBuilder text = new StringBuilder();
        terms.forEach((variable, factor) -> appendTerm(text, variable, factor));
        if (constant != 0) {
            text.append(constant > 0 ? "+" : "").append(constant);
        }
        return text.toString();
    }

    private static void appendTerm(StringBuilder text, DimVariable variable, long factor) {
        text.append(factor < 0 ? "-" : text.isEmpty() ? "" : "+");
        if (Math.abs(factor) != 1) {
            text.append(Math.abs(factor)).append('*');
        }
        text.append(variable);
    }
}
