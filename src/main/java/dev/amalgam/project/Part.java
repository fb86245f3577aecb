package dev.amalgam.project;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Execution;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.Wire;
import dev.amalgam.graph.WiringRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Nodes that were copied out of an amalgamation. Its text has the form of an {@link AmalgamFile}, with one entry more where
 * wires led into the nodes from others: {@code incoming}.
 *
 * @param graph the nodes, the wires between them and how they are drawn, and the notes beside them
 * @param incoming the wires into them from nodes that are not here
 */
public record Part(Amalgamation graph, List<Wire> incoming) {
    public Part {
        incoming = List.copyOf(incoming);
    }

    /** The part of an amalgamation that these nodes and notes are. */
    public static Part of(Amalgamation whole, Set<NodeId> nodes, Set<NoteId> notes) {
        Set<NodeId> others = whole.nodes().stream()
                .map(Node::id)
                .filter(id -> !nodes.contains(id))
                .collect(Collectors.toSet());
        Set<NoteId> otherNotes = new HashSet<>(whole.notes().keySet());
        otherNotes.removeAll(notes);
        Edit cut = new Edit.Batch(
                "Copy",
                List.of(new Edit.Remove(others), new Edit.Erase(otherNotes), new Edit.Execute(Execution.STANDARD)));
        List<Wire> incoming = whole.wires().stream()
                .filter(wire -> nodes.contains(wire.to().node())
                        && others.contains(wire.from().node()))
                .sorted()
                .toList();
        return switch (new Edits(WiringRules.ANY).apply(whole, cut)) {
            case Outcome.Applied(Amalgamation graph) -> new Part(graph, incoming);
            case Outcome.Refused refused ->
                throw new AssertionError(refused.refusal().sentence());
        };
    }

    /** The text for a clipboard. */
    public String print() {
        return AmalgamWriter.print(graph, incoming);
    }

    /**
     * Reads what {@link #print} wrote, or the text of a whole file.
     *
     * @throws ProjectException as {@link AmalgamFile#parse} does
     */
    public static Part parse(String text, String name) throws ProjectException {
        return new AmalgamReader(name, Migrations.ALL.migrate(Json.parse(text, name), name)).readPart();
    }
}
