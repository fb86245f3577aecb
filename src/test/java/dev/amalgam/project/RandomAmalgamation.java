package dev.amalgam.project;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Execution;
import dev.amalgam.graph.Look;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Note;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.Optimisation;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Tint;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.WiringRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Amalgamations that a file must be able to hold, the odd ones first of all. */
final class RandomAmalgamation {
    private static final List<String> PIECES = List.of(
            "a", "Z", "path", "fields", "sha256", ".", " -> ", " ->", "->", "\"", "\\", "\n", "\u0000", "\u2028", "é",
            "漢", "😀", "{", "]", ",", ":", " ");
    private static final List<Double> NUMBERS = List.of(
            0.0, -0.0, 1.0, -1.5, 1e-320, Double.MIN_VALUE, Double.MAX_VALUE, 0.1, 1e15, 1e16, 9.007199254740993e15);

    private final RandomGenerator random;

    RandomAmalgamation(long seed) {
        this.random = new java.util.Random(seed);
    }

    Amalgamation graph() {
        List<String> names = names();
        Amalgamation graph = Amalgamation.EMPTY;
        for (String name : names) {
            graph = Golden.after(graph, Golden.add(name, nonEmpty(), fields(2), number(), number()));
        }
        Edits edits = new Edits(WiringRules.ANY);
        for (int i = 0; i < 2 * names.size(); i++) {
            Edit wire = new Edit.Connect(PortRef.of(pick(names), nonEmpty()), PortRef.of(pick(names), nonEmpty()));
            graph = edits.apply(graph, wire) instanceof Outcome.Applied(Amalgamation more) ? more : graph;
        }
        return drawn(graph, names);
    }

    private Amalgamation drawn(Amalgamation graph, List<String> names) {
        NodeId node = new NodeId(pick(names));
        Optional<Tint> tint = Optional.of(pick(List.of(Tint.values()))).filter(_ -> random.nextBoolean());
        Look look = new Look(random.nextBoolean(), random.nextBoolean(), tint);
        Position at = new Position(number(), number());
        Note note = random.nextBoolean()
                ? new Note.Frame(text(), at, 1 + random.nextInt(9), 0.5, tint)
                : new Note.Comment(text(), at, 0.25, 1 + random.nextInt(9), tint);
        return Golden.after(
                graph,
                new Edit.SetMode(Set.of(node), pick(List.of(Mode.values()))),
                new Edit.Restyle(Map.of(node, look)),
                new Edit.Annotate(Map.of(new NoteId(pick(names)), note)),
                new Edit.Execute(execution()));
    }

    private Execution execution() {
        return new Execution(
                pick(List.of("cpu", "cuda", "cuda:7", "of-later:0")),
                pick(List.of(0, 1, Execution.MOST_THREADS)),
                pick(List.of(Optimisation.values())));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of("photo"));
        for (int i = 0; i < random.nextInt(8); i++) {
            names.add(pick(List.of("shared bottom ", "Ünlü-", "a_", "漢")) + i);
        }
        return names;
    }

    private Value value(int deep) {
        return switch (random.nextInt(deep > 0 ? 7 : 5)) {
            case 0 -> new Value.Flag(random.nextBoolean());
            case 1 -> new Value.Whole(random.nextBoolean() ? random.nextLong() : random.nextInt(3));
            case 2 -> new Value.Real(number());
            case 3 -> new Value.Text(text() + pick(List.of("", "\ud83d", "\ude00")));
            case 4 -> new Value.FileRef(nonEmpty(), random.nextBoolean() ? "" : "0f".repeat(32), text());
            case 5 ->
                new Value.Items(Stream.generate(() -> value(deep - 1))
                        .limit(random.nextInt(4))
                        .toList());
            default -> new Value.Fields(new TreeMap<>(fields(deep - 1)));
        };
    }

    private Map<String, Value> fields(int deep) {
        Map<String, Value> fields = new TreeMap<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            fields.put(text(), value(deep));
        }
        return fields;
    }

    private double number() {
        return random.nextBoolean() ? pick(NUMBERS) : random.nextGaussian() * 1000;
    }

    private String nonEmpty() {
        return pick(PIECES) + text();
    }

    private String text() {
        return Stream.generate(() -> pick(PIECES)).limit(random.nextInt(4)).collect(Collectors.joining());
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
