package dev.amalgam.ui.palette;

import dev.amalgam.kind.Kind;
import dev.amalgam.ui.search.Line;
import dev.amalgam.ui.text.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Kinds as lines to search: by family, each with what it is for and its signature. */
public final class KindLines {
    private KindLines() {}

    /** The lines for what was typed, as the palette would order them. */
    public static List<Line<Kind>> of(Collection<Kind> kinds, String typed) {
        return Row.of(kinds, typed).stream().map(KindLines::line).toList();
    }

    private static Line<Kind> line(Row row) {
        return switch (row) {
            case Row.Heading(var family) -> new Line.Heading<>(Texts.say(family.title()));
            case Row.Entry(Kind kind) ->
                new Line.Choice<>(
                        kind,
                        Optional.of(Yield.of(kind)),
                        Texts.say(kind.about().title()),
                        Texts.say(kind.about().summary()),
                        Texts.say(kind.about().help()) + "\n" + Yield.signature(kind));
        };
    }
}
