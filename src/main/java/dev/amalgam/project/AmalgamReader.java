package dev.amalgam.project;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Assembly;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Refusal;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Rebuilds an amalgamation from a file; what an edit would refuse is refused here in the same words. */
final class AmalgamReader {
    static final String ARROW = " -> ";

    private static final int MOST_NODES = 10_000;
    private static final int MOST_WIRES = 50_000;
    private static final int MOST_NOTES = 10_000;

    private final Assembly assembly = new Assembly();
    private final Spot whole;

    AmalgamReader(String file, JsonNode root) {
        this.whole = new Spot(file, "", root);
    }

    Amalgamation read() throws ProjectException {
        return read(Set.of("schema", "nodes", "wires", "run", "layout", "looks", "notes"));
    }

    Part readPart() throws ProjectException {
        Amalgamation graph = read(Set.of("schema", "nodes", "wires", "incoming", "run", "layout", "looks", "notes"));
        Spot wires = whole.at("incoming");
        List<Wire> incoming = new ArrayList<>();
        for (int i = 0, count = wires.items(MOST_WIRES); i < count; i++) {
            Wire wire = wire(wires.at(i));
            if (graph.node(wire.to().node()).isEmpty()) {
                throw refused(new Refusal.UnknownNode(wire.to().node()), wires.at(i));
            }
            incoming.add(wire);
        }
        return new Part(graph, incoming);
    }

    private Amalgamation read(Set<String> entries) throws ProjectException {
        whole.only(entries);
        if (whole.at("nodes").isMissing()) {
            throw whole.at("nodes").wrong("named entries in { }");
        }
        nodes(whole.at("nodes"));
        wires(whole.at("wires"));
        assembly.execute(ExecutionText.read(whole.at("run")));
        layout(whole.at("layout"));
        looks(whole.at("looks"));
        notes(whole.at("notes"));
        return switch (assembly.done()) {
            case Outcome.Applied(Amalgamation graph) -> graph;
            case Outcome.Refused(Refusal.WouldCycle wire) ->
                throw refused(wire, whole.at("wires").at(wire.from() + ARROW + wire.to()));
            case Outcome.Refused(Refusal refusal) -> throw refused(refusal, whole);
        };
    }

    private void nodes(Spot nodes) throws ProjectException {
        for (Map.Entry<String, JsonNode> entry : nodes.entries(MOST_NODES)) {
            Spot spot = nodes.at(entry.getKey());
            refuse(assembly.add(node(id(entry.getKey(), spot), spot)), spot);
        }
    }

    private static Node node(NodeId id, Spot spot) throws ProjectException {
        if (!spot.json().isObject()) {
            throw spot.wrong("a node in { }");
        }
        spot.only(Set.of("kind", "mode", "settings"));
        Settings settings = Settings.of(ValueReader.fields(spot.at("settings")));
        Mode mode = spot.at("mode").choice(Mode.class).orElse(Mode.ACTIVE);
        return new Node(id, spot.at("kind").text(), settings, mode);
    }

    private void wires(Spot wires) throws ProjectException {
        int count = wires.items(MOST_WIRES);
        for (int i = 0; i < count; i++) {
            Spot spot = wires.at(i);
            refuse(assembly.connect(wire(spot)), spot);
        }
    }

    private static Wire wire(Spot spot) throws ProjectException {
        if (spot.json().isArray() && spot.json().size() == 2) {
            return new Wire(port(spot.at(0).text(), spot), port(spot.at(1).text(), spot));
        }
        String text = spot.text();
        int arrow = text.indexOf(ARROW);
        if (arrow < 0) {
            throw spot.wrong("of the form \"node.output -> node.input\"");
        }
        return new Wire(port(text.substring(0, arrow), spot), port(text.substring(arrow + ARROW.length()), spot));
    }

    private static PortRef port(String text, Spot spot) throws ProjectException {
        try {
            return PortRef.parse(text);
        } catch (IllegalArgumentException e) {
            throw spot.wrong("of the form \"node.output -> node.input\": '" + text + "' is no port");
        }
    }

    private void layout(Spot layout) throws ProjectException {
        for (Map.Entry<String, JsonNode> entry : layout.entries(MOST_NODES)) {
            Spot spot = layout.at(entry.getKey());
            refuse(assembly.place(id(entry.getKey(), spot), DrawingReader.position(spot)), spot);
        }
    }

    private void looks(Spot looks) throws ProjectException {
        for (Map.Entry<String, JsonNode> entry : looks.entries(MOST_NODES)) {
            Spot spot = looks.at(entry.getKey());
            refuse(assembly.restyle(id(entry.getKey(), spot), DrawingReader.look(spot)), spot);
        }
    }

    private void notes(Spot notes) throws ProjectException {
        for (Map.Entry<String, JsonNode> entry : notes.entries(MOST_NOTES)) {
            Spot spot = notes.at(entry.getKey());
            assembly.annotate(new NoteId(id(entry.getKey(), spot).name()), DrawingReader.note(spot));
        }
    }

    private static NodeId id(String name, Spot spot) throws ProjectException {
        if (!NodeId.isValid(name)) {
            throw new ProjectException(
                    "bad-value",
                    spot.where() + " is no name",
                    "Use 1 to 60 letters, digits, spaces, - or _, with a letter or digit at both ends");
        }
        return new NodeId(name);
    }

    private static void refuse(Optional<Refusal> refusal, Spot spot) throws ProjectException {
        if (refusal.isPresent()) {
            throw refused(refusal.get(), spot);
        }
    }

    private static ProjectException refused(Refusal refusal, Spot spot) {
        return new ProjectException(code(refusal), spot.where() + ": " + refusal.sentence(), refusal.remedy());
    }

    private static String code(Refusal refusal) {
        return switch (refusal) {
            case Refusal.UnknownNode _ -> "unknown-node";
            case Refusal.UnknownNote _ -> "unknown-note";
            case Refusal.UnknownPort _ -> "unknown-port";
            case Refusal.NameTaken _ -> "name-taken";
            case Refusal.InputTaken _ -> "input-taken";
            case Refusal.WouldCycle _ -> "cycle";
            case Refusal.TypesDisagree _ -> "types-disagree";
        };
    }
}
