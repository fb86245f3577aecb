package dev.amalgam.tensor;

import java.util.Set;

/**
 * An element type yet to be found, such as the {@code T} of {@code T[N,D] -> T[N,D]}.
 *
 * @param scope the owner that keeps equal names of different signatures apart, empty inside a bare signature
 * @param name the name as written in the signature
 * @param allowed the types it may stand for; empty means any
 */
public record ElementVariable(String scope, String name, Set<ElementType> allowed) implements Element {
    public ElementVariable {
        allowed = Set.copyOf(allowed);
    }

    /** Whether this variable may stand for {@code type}. */
    public boolean allows(ElementType type) {
        return allowed.isEmpty() || allowed.contains(type);
    }

    @Override
    public String toString() {
        return name;
    }
}
