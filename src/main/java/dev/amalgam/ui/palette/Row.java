package dev.amalgam.ui.palette;

import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import dev.amalgam.ui.search.Fuzzy;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line of the palette. */
sealed interface Row {
    /** The name of a family. */
    record Heading(Family family) implements Row {}

    /** A kind that can be added. */
    record Entry(Kind kind) implements Row {}

    /** A kind and how well it fits. */
    record Found(Kind kind, int score) {
        private Family family() {
            return kind.about().family();
        }
    }

    /**
     * The lines for what a person searches: each family that has something, then what it has. What fits best comes first,
     * and with it its family.
     */
    static List<Row> of(Collection<Kind> kinds, String search) {
        Map<Family, List<Found>> byFamily = kinds.stream()
                .flatMap(kind -> score(kind, search).stream().mapToObj(score -> new Found(kind, score)))
                .sorted(Comparator.comparingInt(Found::score).reversed().thenComparing(Found::family))
                .collect(Collectors.groupingBy(Found::family, LinkedHashMap::new, Collectors.toList()));
        List<Row> rows = new ArrayList<>();
        byFamily.forEach((family, found) -> {
            rows.add(new Heading(family));
            found.forEach(it -> rows.add(new Entry(it.kind())));
        });
        return rows;
    }

    private static OptionalInt score(Kind kind, String search) {
        var about = kind.about();
        String further = Stream.of(about.family().title(), about.summary(), about.help())
                .map(Texts::say)
                .collect(Collectors.joining(" "));
        // By its English name it is found in every language.
        return Fuzzy.score(search, Texts.say(about.title()), kind.name() + " " + about.title() + " " + further);
    }
}
