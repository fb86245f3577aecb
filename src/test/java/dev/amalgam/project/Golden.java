package dev.amalgam.project;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Execution;
import dev.amalgam.graph.Look;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Note;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.Optimisation;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Tint;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.WiringRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Amalgamations for tests, and the golden files that some of them are. */
final class Golden {
    private Golden() {}

    /** The text of {@code src/test/resources/project/NAME.amalgam}. */
    static String text(String name) throws IOException {
        try (var in = Golden.class.getResourceAsStream("/project/" + name + ".amalgam")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Amalgamation after(Amalgamation graph, Edit... edits) {
        var outcome = new Edits(WiringRules.ANY).apply(graph, new Edit.Batch("all", Arrays.asList(edits)));
        return ((Outcome.Applied) outcome).graph();
    }

    static Edit add(String name, String kind, Map<String, Value> settings, double x, double y) {
        return new Edit.Add(new Node(new NodeId(name), kind, Settings.of(settings)), new Position(x, y));
    }

    static Edit connect(String from, String fromPort, String to, String toPort) {
        return new Edit.Connect(PortRef.of(from, fromPort), PortRef.of(to, toPort));
    }

    /** What {@code every-value.amalgam} says. */
    static Amalgamation everyValue() {
        return after(
                Amalgamation.EMPTY,
                add("Ünlü 2", "softmax", Map.of("temperature", real(0.5)), 0, -0.0),
                add("photo", "image", Map.of(), 40, 240),
                add("all values", "of-a-later-program", values(), -12.5, 1e300),
                connect("all values", "out", "Ünlü 2", "logits"),
                connect("photo", "a -> b.c", "all values", "x"),
                connect("photo", "image", "all values", "a.b/c:0"));
    }

    /** What {@code drawn.amalgam} says: modes, looks and notes. */
    static Amalgamation drawn() {
        NodeId muted = new NodeId("muted");
        NodeId bypassed = new NodeId("bypassed");
        return after(
                Amalgamation.EMPTY,
                add("muted", "image", Map.of(), 0, 0),
                add("bypassed", "softmax", Map.of("temperature", real(0.5)), 300, 0),
                add("plain", "output", Map.of(), 600, 0),
                new Edit.SetMode(Set.of(muted), Mode.MUTED),
                new Edit.SetMode(Set.of(bypassed), Mode.BYPASSED),
                new Edit.Restyle(Map.of(muted, new Look(true, true, Optional.of(Tint.TEAL)))),
                new Edit.Restyle(Map.of(bypassed, Look.PLAIN.pinned(true))),
                new Edit.Annotate(Map.of(
                        new NoteId("frame"),
                        new Note.Frame("Shared bottom", new Position(-20, -40), 640, 320.5, Optional.of(Tint.BLUE)),
                        new NoteId("comment 2"),
                        new Note.Comment("# Why\n*because*", new Position(0, 400), 240, 120, Optional.empty()))));
    }

    /** What {@code run.amalgam} says. */
    static Amalgamation run() {
        return after(
                Amalgamation.EMPTY,
                add("photo", "image", Map.of(), 0, 0),
                new Edit.Execute(new Execution("cuda:1", 4, Optimisation.BASIC)));
    }

    private static Map<String, Value> values() {
        var sha256 = "596aa1e7cb875eb79f437e310381d26b338a81c2da23439704a73c4651e8c4bb";
        return Map.ofEntries(
                Map.entry("flag", new Value.Flag(true)),
                Map.entry("whole", whole(Long.MAX_VALUE)),
                Map.entry("real", real(1)),
                Map.entry("text", words("a \"quoted\" \\ line\nwith é, 漢, 😀 and half \ud83d")),
                Map.entry("file", new Value.FileRef("photos/chelsea.png", sha256, "1.2")),
                Map.entry("unseen file", Value.FileRef.unseen("models/mobilenet.onnx")),
                Map.entry("list", items(whole(1), real(1), words("one"), new Value.Flag(false))),
                Map.entry("nested", items(items(whole(1)), items(items(whole(2))))),
                Map.entry("empty list", items()),
                Map.entry("empty row", fields(Map.of())),
                Map.entry("row", fields(Map.of("label", words("tabby"), "threshold", real(0.25)))),
                Map.entry("row like a file", fields(Map.of("path", words("no file"), "version", words("2")))),
                Map.entry("row like a wrapping", fields(Map.of("fields", fields(Map.of())))),
                Map.entry("table", items(row("tabby, tabby cat", 0.5), row("espresso", 1e-5))));
    }

    static Value row(String label, double threshold) {
        return fields(Map.of("label", words(label), "threshold", real(threshold)));
    }

    static Value whole(long number) {
        return new Value.Whole(number);
    }

    static Value real(double number) {
        return new Value.Real(number);
    }

    static Value words(String text) {
        return new Value.Text(text);
    }

    static Value items(Value... items) {
        return new Value.Items(List.of(items));
    }

    static Value fields(Map<String, Value> fields) {
        return new Value.Fields(new TreeMap<>(fields));
    }
}
