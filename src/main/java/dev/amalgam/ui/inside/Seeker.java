package dev.amalgam.ui.inside;

import dev.amalgam.desk.inside.Inside;
import dev.amalgam.desk.inside.Pick;
import dev.amalgam.onnx.Structure.Operator;
import dev.amalgam.onnx.Structure.Weight;
import dev.amalgam.ui.search.Fuzzy;
import dev.amalgam.ui.search.Line;
import dev.amalgam.ui.search.Picker;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds operators, tensors and weights by name or type. */
final class Seeker {
    /** Of each sort, so that the list can be read; more letters find the others. */
    private static final int MOST = 40;

    private final Inside inside;

    /** What can be found; {@code further} is looked at too, and counts less. */
    private record Entry(Pick pick, String name, String about, String further) {}

    private record Hit(Entry entry, int score) {}

    Seeker(Inside inside) {
        this.inside = inside;
    }

    Picker<Pick> picker(Consumer<Pick> chosen) {
        Picker<Pick> picker =
                new Picker<>(Texts.get("inside.find.prompt"), Texts.get("find.nothing"), this::find, chosen);
        picker.wide();
        return picker;
    }

    private List<Line<Pick>> find(String typed) {
        List<Line<Pick>> lines = new ArrayList<>();
        add(lines, "inside.find.operators", operators(), typed);
        add(lines, "inside.find.tensors", tensors(), typed);
        add(lines, "inside.find.weights", weights(), typed);
        return lines;
    }

    private List<Entry> operators() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < inside.structure().operators().size(); i++) {
            Operator operator = inside.operator(i);
            String made = operator.outputs().isEmpty() ? "" : operator.outputs().getFirst();
            String name = operator.name().isEmpty() ? made : operator.name();
            entries.add(new Entry(new Pick.Operator(i), name, operator.type(), operator.type() + " " + made));
        }
        return entries;
    }

    private List<Entry> tensors() {
        List<Entry> entries = new ArrayList<>();
        inside.inputs()
                .forEach(name -> entries.add(new Entry(new Pick.Tensor(name), name, Texts.get("inside.input"), "")));
        for (Operator operator : inside.structure().operators()) {
            for (String name : operator.outputs()) {
                if (!name.isEmpty()) {
                    entries.add(new Entry(new Pick.Tensor(name), name, operator.type(), ""));
                }
            }
        }
        return entries;
    }

    private List<Entry> weights() {
        return inside.structure().weights().values().stream()
                .map((Weight weight) -> new Entry(new Pick.Weight(weight.name()), weight.name(), weight.type(), ""))
                .toList();
    }

    private static void add(List<Line<Pick>> lines, String heading, List<Entry> entries, String typed) {
        List<Hit> hits = entries.stream()
                .map(entry -> new Hit(
                        entry, Fuzzy.score(typed, entry.name(), entry.further()).orElse(-1)))
                .filter(hit -> hit.score() >= 0)
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .limit(MOST)
                .toList();
        if (!hits.isEmpty()) {
            lines.add(new Line.Heading<>(Texts.get(heading)));
            hits.forEach(hit -> lines.add(new Line.Choice<>(
                    hit.entry().pick(),
                    Optional.empty(),
                    hit.entry().name(),
                    hit.entry().about(),
                    hit.entry().name())));
        }
    }
}
