package dev.amalgam.ui.palette;

import dev.amalgam.kind.Catalogue;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One line of the palette. */
sealed interface Row {
    /** The name of a family. */
    record Heading(Family family) implements Row {}

    /** A kind that can be added. */
    record Entry(Kind kind) implements Row {}

    /** The lines for what a person searches: each family that has something, then what it has. */
    static List<Row> of(Catalogue catalogue, String search) {
        List<Row> rows = new ArrayList<>();
        for (Family family : Family.values()) {
            List<Row> entries = catalogue.kinds().stream()
                    .filter(kind -> kind.about().family() == family && matches(kind, search))
                    .<Row>map(Entry::new)
                    .toList();
            if (!entries.isEmpty()) {
                rows.add(new Heading(family));
                rows.addAll(entries);
            }
        }
        return rows;
    }

    /** Whether each word that was typed stands somewhere in what people read about the kind. */
    private static boolean matches(Kind kind, String search) {
        var about = kind.about();
        String text = String.join(" ", kind.name(), about.title(), about.summary(), about.help())
                .toLowerCase(Locale.ROOT);
        return Stream.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(text::contains);
    }
}
