package dev.amalgam.tensor;

import java.util.Comparator;

/**
 * The name of a size that is not known yet.
 *
 * @param scope the owner that keeps equal names of different signatures apart, empty inside a bare signature
 * @param name the name as written: {@code N}, or whatever a model's author wrote ({@code floor(width/2)+1})
 */
public record DimVariable(String scope, String name) implements Comparable<DimVariable> {
    private static final Comparator<DimVariable> ORDER =
            Comparator.comparing(DimVariable::name).thenComparing(DimVariable::scope);

    /** Whether nobody gave this size a name: it then starts with {@code ?} and prints as that alone. */
    public boolean isAnonymous() {
        return name.startsWith("?");
    }

    @Override
    public int compareTo(DimVariable other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return isAnonymous() ? "?" : name;
    }
}
