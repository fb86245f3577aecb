package dev.amalgam.project;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Wire;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Prints an amalgamation. What goes on a line of its own depends on what it is and never on how long it is, so that a
 * change shows as the lines that changed: a node without settings, a setting, a row of a table, a wire, a position.
 */
final class AmalgamWriter {
    private static final String STEP = "  ";

    private AmalgamWriter() {}

    static String print(Amalgamation graph) {
        return print(graph, List.of());
    }

    /** @param incoming wires from nodes that are not in the graph */
    static String print(Amalgamation graph, List<Wire> incoming) {
        Map<String, String> nodes = new TreeMap<>();
        Map<String, String> layout = new TreeMap<>();
        for (Node node : graph.nodes()) {
            nodes.put(node.id().name(), node(node));
            layout.put(node.id().name(), DrawingWriter.position(graph.position(node.id())));
        }
        return "{\n"
                + "  \"schema\": " + Migrations.ALL.current() + ",\n"
                + "  \"nodes\": " + object(nodes, STEP) + ",\n"
                + "  \"wires\": " + wires(graph.wires()) + ",\n"
                + (incoming.isEmpty() ? "" : "  \"incoming\": " + wires(incoming) + ",\n")
                + ExecutionText.print(graph.execution())
                + "  \"layout\": " + object(layout, STEP)
                + unlessEmpty("looks", DrawingWriter.looks(graph))
                + unlessEmpty("notes", DrawingWriter.notes(graph))
                + "\n}\n";
    }

    private static String unlessEmpty(String name, Map<String, String> entries) {
        return entries.isEmpty() ? "" : ",\n" + STEP + Json.quote(name) + ": " + object(entries, STEP);
    }

    private static String node(Node node) {
        String kind = "{\"kind\": " + Json.quote(node.kind()) + mode(node.mode());
        if (node.settings().values().isEmpty()) {
            return kind + "}";
        }
        Map<String, String> settings = new TreeMap<>();
        node.settings().values().forEach((name, value) -> settings.put(name, value(value, STEP.repeat(3))));
        return kind + ", \"settings\": " + object(settings, STEP.repeat(2)) + "}";
    }

    private static String mode(Mode mode) {
        return mode == Mode.ACTIVE ? "" : ", \"mode\": " + Json.quote(Spot.word(mode));
    }

    private static String value(Value value, String indent) {
        return switch (value) {
            case Value.Flag(boolean on) -> Boolean.toString(on);
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Real(double number) -> Double.toString(number);
            case Value.Text(String text) -> Json.quote(text);
            case Value.FileRef file -> file(file);
            case Value.Items(List<Value> items) -> items(items, indent);
            case Value.Fields fields -> fields(fields, indent);
        };
    }

    private static String file(Value.FileRef file) {
        StringJoiner parts = new StringJoiner(", ", "{", "}");
        parts.add("\"path\": " + Json.quote(file.path()));
        if (!file.sha256().isEmpty()) {
            parts.add("\"sha256\": " + Json.quote(file.sha256()));
        }
        if (!file.version().isEmpty()) {
            parts.add("\"version\": " + Json.quote(file.version()));
        }
        return parts.toString();
    }

    private static String items(List<Value> items, String indent) {
        Stream<String> printed = items.stream().map(item -> value(item, indent + STEP));
        return items.stream().allMatch(AmalgamWriter::isPlain)
                ? "[" + String.join(", ", printed.toList()) + "]"
                : lines("[", printed.toList(), "]", indent);
    }

    /** Named values; inside {@code fields} where they would else be read as a file or as that very wrapping. */
    private static String fields(Value.Fields fields, String indent) {
        Map<String, String> printed = new TreeMap<>();
        fields.fields().forEach((name, value) -> printed.put(name, value(value, indent + STEP)));
        boolean oneLine = fields.fields().values().stream().allMatch(AmalgamWriter::isPlain);
        String object = oneLine ? line(printed) : object(printed, indent);
        return printed.containsKey("path") || printed.containsKey("fields") ? "{\"fields\": " + object + "}" : object;
    }

    private static boolean isPlain(Value value) {
        return switch (value) {
            case Value.Flag _, Value.Whole _, Value.Real _, Value.Text _, Value.FileRef _ -> true;
            case Value.Items(List<Value> items) -> items.isEmpty();
            case Value.Fields(var fields) -> fields.isEmpty();
        };
    }

    private static String wires(Collection<Wire> wires) {
        return lines("[", wires.stream().sorted().map(AmalgamWriter::wire).toList(), "]", STEP);
    }

    /** One string, or a pair of ports where it would be read as another wire, because a port's name holds an arrow. */
    private static String wire(Wire wire) {
        String from = wire.from().toString();
        String to = wire.to().toString();
        String text = from + AmalgamReader.ARROW + to;
        return text.indexOf(AmalgamReader.ARROW) == from.length()
                ? Json.quote(text)
                : "[" + Json.quote(from) + ", " + Json.quote(to) + "]";
    }

    private static String object(Map<String, String> entries, String indent) {
        return lines("{", entries(entries), "}", indent);
    }

    /** Named entries on one line. */
    static String line(Map<String, String> entries) {
        return "{" + String.join(", ", entries(entries)) + "}";
    }

    private static List<String> entries(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> Json.quote(entry.getKey()) + ": " + entry.getValue())
                .toList();
    }

    private static String lines(String open, List<String> lines, String close, String indent) {
        String start = "\n" + indent + STEP;
        return lines.isEmpty() ? open + close : open + start + String.join("," + start, lines) + "\n" + indent + close;
    }
}
