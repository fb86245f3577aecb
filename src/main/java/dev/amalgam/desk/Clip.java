package dev.amalgam.desk;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Look;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Wire;
import dev.amalgam.project.Part;
import dev.amalgam.project.ProjectException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Nodes on the clipboard, on their way into an amalgamation. */
public final class Clip {
    private final Part part;

    private Clip(Part part) {
        this.part = part;
    }

    /** The nodes with the wires between them and into them, as text in the form of an {@code .amalgam} file. */
    public static String copy(Amalgamation graph, Set<NodeId> nodes) {
        return Part.of(graph, nodes).print();
    }

    /** What a text holds; empty where it is none that {@link #copy} or a file has, or has no nodes. */
    public static Optional<Clip> read(String text) {
        try {
            Part part = Part.parse(text, "the clipboard");
            return Optional.of(part)
                    .filter(read -> !read.graph().nodes().isEmpty())
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
     * What puts the nodes into an amalgamation, as one step: under names that are free there, as they stood to each other.
     *
     * @param at the top left corner of all of them
     * @param withIncomingWires whether wires from nodes outside are drawn too, where nodes of these names are there
     */
    public Edit paste(Amalgamation into, Position at, boolean withIncomingWires) {
        Map<NodeId, NodeId> names = new LinkedHashMap<>();
        Names free = Names.in(into);
        part.graph().nodes().forEach(node -> names.put(node.id(), free.like(node.id())));
        List<Edit> edits = new ArrayList<>(adds(names, at));
        edits.add(new Edit.Restyle(looks(names)));
        for (Wire wire : part.graph().wires()) {
            edits.add(new Edit.Connect(renamed(wire.from(), names), renamed(wire.to(), names)));
        }
        part.incoming().stream()
                .filter(wire ->
                        withIncomingWires && into.node(wire.from().node()).isPresent())
                .forEach(wire -> edits.add(new Edit.Connect(wire.from(), renamed(wire.to(), names))));
        String what = size() == 1 ? names.values().iterator().next().name() : size() + " nodes";
        return new Edit.Batch("Paste " + what, edits);
    }

    private List<Edit> adds(Map<NodeId, NodeId> names, Position at) {
        Amalgamation graph = part.graph();
        double left = graph.nodes().stream()
                .mapToDouble(node -> place(node).x())
                .min()
                .orElse(0);
        double top = graph.nodes().stream()
                .mapToDouble(node -> place(node).y())
                .min()
                .orElse(0);
        List<Edit> adds = new ArrayList<>();
        for (Node node : graph.nodes()) {
            Position place = new Position(
                    at.x() + place(node).x() - left, at.y() + place(node).y() - top);
            adds.add(new Edit.Add(node.named(renamed(node.id(), names)), place));
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
