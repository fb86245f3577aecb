package dev.amalgam.kind;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The kinds that this program knows, by name, in the order of the palette. */
public final class Catalogue {
    private final SequencedMap<String, Kind> kinds;

    private Catalogue(SequencedMap<String, Kind> kinds) {
        this.kinds = Collections.unmodifiableSequencedMap(kinds);
    }

    /** Exactly these kinds. @throws IllegalArgumentException where two have the same name */
    public static Catalogue of(List<Kind> kinds) {
        SequencedMap<String, Kind> byName = new LinkedHashMap<>();
        for (Kind kind : kinds) {
            if (byName.put(kind.name(), kind) != null) {
                throw new IllegalArgumentException("two kinds are named " + kind.name());
            }
        }
        return new Catalogue(byName);
    }

    /** The kind of that name. */
    public Optional<Kind> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** All kinds, in the order of the palette. */
    public Collection<Kind> kinds() {
        return kinds.values();
    }
}
