package dev.amalgam.desk;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Look;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Note;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Components;
import dev.amalgam.project.FileRefs;
import dev.amalgam.project.Part;
import dev.amalgam.project.ProjectException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Nodes and notes on the clipboard, on their way into an amalgamation. */
public final class Clip {
    private final Part part;

    private Clip(Part part) {
        this.part = part;
    }

    /**
     * The nodes with the wires between them and into them, and the notes, as text in the form of an {@code .amalgam} file.
     *
     * @param files those of the amalgamation, which are named so that any other one finds them
     */
    public static String copy(Amalgamation graph, Set<NodeId> nodes, Set<NoteId> notes, Components files) {
        return renaming(Part.of(graph, nodes, notes), files::everywhere).print();
    }

    private static Part renaming(Part part, UnaryOperator<FileRef> names) {
        return new Part(FileRefs.map(part.graph(), names), part.incoming());
    }

    /** The same with its files named as an amalgamation names its own. */
    public Clip beside(Components files) {
        return new Clip(renaming(part, files::here));
    }

    /** What a text holds; empty where it is none that {@link #copy} or a file has, or has nothing to paste. */
    public static Optional<Clip> read(String text) {
        try {
            Part part = Part.parse(text, "the clipboard");
            return Optional.of(part)
                    .filter(read -> !read.graph().nodes().isEmpty()
                            || !read.graph().notes().isEmpty())
                    .map(Clip::new);
        } catch (ProjectException e) {
            return Optional.empty();
        }
    }

    /** How many nodes it holds. */
    public int size() {
        return part.graph().nodes().size();
    }

    /**
     * What puts all of it into an amalgamation, as one step: under names that are free there, as it stood to each other.
     *
     * @param at the top left corner of all of them
     * @param withIncomingWires whether wires from nodes outside are drawn too, where nodes of these names are there
     */
    public Edit paste(Amalgamation into, Position at, boolean withIncomingWires) {
        Map<NodeId, NodeId> names = new LinkedHashMap<>();
        Names free = Names.in(into);
        part.graph().nodes().forEach(node -> names.put(node.id(), free.like(node.id())));
        Position corner = corner();
        double dx = at.x() - corner.x();
        double dy = at.y() - corner.y();
        List<Edit> edits = new ArrayList<>(adds(names, dx, dy));
        edits.add(new Edit.Restyle(looks(names)));
        edits.add(new Edit.Annotate(notes(into, dx, dy)));
        for (Wire wire : part.graph().wires()) {
            edits.add(new Edit.Connect(renamed(wire.from(), names), renamed(wire.to(), names)));
        }
        part.incoming().stream()
                .filter(wire ->
                        withIncomingWires && into.node(wire.from().node()).isPresent())
                .forEach(wire -> edits.add(new Edit.Connect(wire.from(), renamed(wire.to(), names))));
        return new Edit.Batch("Paste " + what(names), edits);
    }

    /** Where its nodes and notes would begin, were it pasted at {@code at}. */
    public List<Position> places(Position at) {
        Position corner = corner();
        return starts().map(start -> moved(start, at.x() - corner.x(), at.y() - corner.y()))
                .toList();
    }

    private Stream<Position> starts() {
        return Stream.concat(
                part.graph().nodes().stream().map(this::place),
                part.graph().notes().values().stream().map(Note::at));
    }

    private String what(Map<NodeId, NodeId> names) {
        return switch (size()) {
            case 0 ->
                part.graph().notes().size() == 1 ? "note" : part.graph().notes().size() + " notes";
            case 1 -> names.values().iterator().next().name();
            default -> size() + " nodes";
        };
    }

    private Position corner() {
        return new Position(
                starts().mapToDouble(Position::x).min().orElse(0),
                starts().mapToDouble(Position::y).min().orElse(0));
    }

    private Map<NoteId, Note> notes(Amalgamation into, double dx, double dy) {
        Names free = Names.ofNotesIn(into);
        Map<NoteId, Note> notes = new LinkedHashMap<>();
        part.graph().notes().forEach((id, note) -> notes.put(free.like(id), note.at(moved(note.at(), dx, dy))));
        return notes;
    }

    private static Position moved(Position from, double dx, double dy) {
        return new Position(from.x() + dx, from.y() + dy);
    }

    private List<Edit> adds(Map<NodeId, NodeId> names, double dx, double dy) {
        List<Edit> adds = new ArrayList<>();
        for (Node node : part.graph().nodes()) {
            adds.add(new Edit.Add(node.named(renamed(node.id(), names)), moved(place(node), dx, dy)));
        }
        return adds;
    }

    private Position place(Node node) {
        return part.graph().position(node.id());
    }

    private Map<NodeId, Look> looks(Map<NodeId, NodeId> names) {
        Map<NodeId, Look> looks = new LinkedHashMap<>();
        names.forEach((copied, name) -> looks.put(name, part.graph().look(copied)));
        return looks;
    }

    private static PortRef renamed(PortRef port, Map<NodeId, NodeId> names) {
        return new PortRef(renamed(port.node(), names), port.port());
    }

    private static NodeId renamed(NodeId copied, Map<NodeId, NodeId> names) {
        return names.getOrDefault(copied, copied);
    }
}
