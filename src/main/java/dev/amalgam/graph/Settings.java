package dev.amalgam.graph;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person chose for a node, by name; what is not here has the kind's default.
 *
 * @param values in the order of their names
 */
public record Settings(SortedMap<String, Value> values) {
    /** Nothing chosen. */
    public static final Settings NONE = new Settings(new TreeMap<>());

    public Settings {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Exactly these. */
    public static Settings of(Map<String, Value> values) {
        return new Settings(new TreeMap<>(values));
    }

    /** What was chosen for {@code name}. */
    public Optional<Value> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** These with another choice; empty goes back to the default. */
    public Settings with(String name, Optional<Value> value) {
        TreeMap<String, Value> changed = new TreeMap<>(values);
        value.ifPresentOrElse(chosen -> changed.put(name, chosen), () -> changed.remove(name));
        return new Settings(changed);
    }

    /** These with another choice. */
    public Settings with(String name, Value value) {
        return with(name, Optional.of(value));
    }
}
