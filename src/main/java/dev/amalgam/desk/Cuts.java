package dev.amalgam.desk;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Wire;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a line across wires does to them, each as one step for undo. */
public final class Cuts {
    /** The name of the kind that bends a wire. */
    public static final String REROUTE = "reroute";

    private static final String VALUE = "value";

    private Cuts() {}

    /** Takes these wires away; empty where there are none. */
    public static Optional<Edit> cut(Collection<Wire> wires) {
        List<Edit> gone =
                wires.stream().<Edit>map(wire -> new Edit.Disconnect(wire.to())).toList();
        return step("Cut " + wires.size() + " wires", gone);
    }

    /**
     * Leads wires through reroute dots: those of one output through one dot, in the middle of where they were met.
     *
     * @param met where each wire was met, in the world
     */
    public static Optional<Edit> reroute(Amalgamation graph, Map<Wire, Position> met) {
        Map<PortRef, Map<Wire, Position>> byOutput = new LinkedHashMap<>();
        met.forEach((wire, at) -> byOutput.computeIfAbsent(wire.from(), _ -> new LinkedHashMap<>())
                .put(wire, at));
        Names names = Names.in(graph);
        List<Edit> edits = new ArrayList<>();
        byOutput.forEach((output, wires) -> {
            NodeId dot = names.titled(REROUTE);
            edits.add(new Edit.Add(new Node(dot, REROUTE, Settings.NONE), middle(wires.values())));
            edits.add(new Edit.Connect(output, new PortRef(dot, VALUE)));
            wires.keySet().forEach(wire -> edits.add(new Edit.Disconnect(wire.to())));
            wires.keySet().forEach(wire -> edits.add(new Edit.Connect(new PortRef(dot, VALUE), wire.to())));
        });
        return step("Add a reroute dot", edits);
    }

    private static Position middle(Collection<Position> places) {
        double x = places.stream().mapToDouble(Position::x).average().orElseThrow();
        double y = places.stream().mapToDouble(Position::y).average().orElseThrow();
        return new Position(Math.rint(x), Math.rint(y));
    }

    private static Optional<Edit> step(String label, List<Edit> edits) {
        return switch (edits.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(edits.getFirst());
            default -> Optional.of(new Edit.Batch(label, edits));
        };
    }
}
