package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Findable;
import dev.amalgam.desk.Findable.What;
import dev.amalgam.ui.search.Fuzzy;
import dev.amalgam.ui.search.Line;
import dev.amalgam.ui.search.Picker;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Point2D;

/** The list in which nodes, problems, ports, settings and tensors are found by name; what is chosen is brought into view. */
final class Finder {
    /** Of each sort, so that the list can be read; more letters find the others. */
    private static final int MOST = 30;

    private static final double FROM_RIGHT = 356;

    private final List<Findable> all;

    private record Hit(Findable found, int score) {}

    private Finder(CanvasView canvas) {
        this.all = Findable.in(canvas.document().state());
    }

    /** Opens it in the upper right corner of the canvas. */
    static void open(CanvasView canvas) {
        Finder finder = new Finder(canvas);
        Picker<?> picker = canvas.cover()
                .<Picker<?>>map(Cover::finder)
                .orElseGet(() ->
                        new Picker<>(Texts.get("find.prompt"), Texts.get("find.nothing"), finder::find, canvas::goTo));
        canvas.open(picker, new Point2D(canvas.getWidth() - FROM_RIGHT, 0));
    }

    private List<Line<Findable>> find(String typed) {
        List<Line<Findable>> lines = new ArrayList<>();
        for (What what : What.values()) {
            List<Hit> hits = hits(typed, what);
            if (!hits.isEmpty()) {
                lines.add(new Line.Heading<>(Texts.get("find." + what.name().toLowerCase(Locale.ROOT))));
                hits.stream().limit(MOST).map(hit -> line(hit.found())).forEach(lines::add);
            }
        }
        return lines;
    }

    private List<Hit> hits(String typed, What what) {
        List<Hit> hits = new ArrayList<>();
        for (Findable found : all) {
            OptionalInt score = found.what() == what
                    ? Fuzzy.score(typed, Texts.say(found.name()), found.node() + " " + Texts.say(found.about()))
                    : OptionalInt.empty();
            score.ifPresent(it -> hits.add(new Hit(found, it)));
        }
        hits.sort(Comparator.comparingInt(Hit::score).reversed());
        return hits;
    }

    private static Line<Findable> line(Findable found) {
        String about = Texts.say(found.about());
        String note = found.what() == What.NODE ? about : found.node().name();
        String help = found.what() == What.NODE ? "" : found.node() + " · " + about;
        return new Line.Choice<>(found, Optional.empty(), Texts.say(found.name()), note, help);
    }
}
