package dev.amalgam.graph;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/** A map to be changed. It is copied at the first change, so that revisions share what an edit left alone. */
final class Draft<K, V> {
    private SequencedMap<K, V> map;
    private boolean own;

    Draft(SequencedMap<K, V> start) {
        this.map = start;
    }

    SequencedMap<K, V> now() {
        return map;
    }

    SequencedMap<K, V> toChange() {
        if (!own) {
            map = new LinkedHashMap<>(map);
            own = true;
        }
        return map;
    }

    /** Puts every entry in other words, in the order they have. */
    void rewrite(UnaryOperator<K> keys, UnaryOperator<V> values) {
        SequencedMap<K, V> rewritten = new LinkedHashMap<>();
        map.forEach((key, value) -> rewritten.put(keys.apply(key), values.apply(value)));
        map = rewritten;
        own = true;
    }

    /** The map as it is; changes from here on are made to another. */
    SequencedMap<K, V> done() {
        own = false;
        return map;
    }
}
