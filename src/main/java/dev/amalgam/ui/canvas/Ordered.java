package dev.amalgam.ui.canvas;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Things by name, in a fixed order. Immutable. To put some of them in the place of others costs no more than to copy an array,
 * so that it can be done in each pulse with thousands of them.
 */
final class Ordered<K, V> {
    private final Map<K, Integer> places;
    private final List<V> values;

    private Ordered(Map<K, Integer> places, List<V> values) {
        this.places = places;
        this.values = values;
    }

    static <K, V> Ordered<K, V> of(SequencedMap<K, V> things) {
        Map<K, Integer> places = HashMap.newHashMap(things.size());
        things.keySet().forEach(key -> places.put(key, places.size()));
        return new Ordered<>(places, List.copyOf(things.values()));
    }

    /** This with these in the place of those of the same names; names that it has not are left out. */
    Ordered<K, V> with(Map<K, V> others) {
        @SuppressWarnings("unchecked")
        V[] changed = (V[]) values.toArray();
        others.forEach((key, value) -> {
            Integer place = places.get(key);
            if (place != null) {
                changed[place] = value;
            }
        });
        return new Ordered<>(places, Collections.unmodifiableList(Arrays.asList(changed)));
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(places.get(key)).map(values::get);
    }

    /** All of them, in their order. */
    List<V> values() {
        return values;
    }
}
