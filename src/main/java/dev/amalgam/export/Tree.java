package dev.amalgam.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a certificate under reading; whatever is not as it must be is an {@link IllegalArgumentException}. */
record Tree(Map<?, ?> fields) {
    static Tree of(Object json) {
        if (json instanceof Map<?, ?> map) {
            return new Tree(map);
        }
        throw new IllegalArgumentException("not an object");
    }

    <T> Optional<T> find(String name, Class<T> type) {
        Object value = fields.get(name);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    <T> T get(String name, Class<T> type) {
        return find(name, type).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    String text(String name) {
        return get(name, String.class);
    }

    List<Tree> trees(String name) {
        List<?> items = get(name, List.class);
        return items.stream().map(item -> Tree.of(item)).toList();
    }
}
