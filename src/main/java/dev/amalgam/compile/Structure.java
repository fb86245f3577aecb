package dev.amalgam.compile;

import dev.amalgam.graph.Mode;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Wire;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an amalgamation is made of, apart from numbers that only change values: two that agree in this are lowered to the same
 * models while they are edited.
 *
 * @param parts the nodes whose kind is known
 * @param wires the wires between all
 */
public record Structure(Map<NodeId, Part> parts, Set<Wire> wires) {
    /** What a node is, with its settings but for those numbers. */
    public record Part(String kind, Mode mode, Map<String, Value> settings) {}

    /** That of an amalgamation. */
    public static Structure of(Typing typing) {
        Map<NodeId, Part> parts = new HashMap<>();
        for (TypedNode typed : typing.ordered()) {
            Map<String, Value> settings = typed.kind().schema().withoutDials(typed.chosen());
            parts.put(typed.id(), new Part(typed.kind().name(), typed.node().mode(), settings));
        }
        return new Structure(parts, Set.copyOf(typing.graph().wires()));
    }
}
