package dev.amalgam.desk;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.part.Labels;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the columns of scores are called: as the next node says that they flow into and that has a label file for as many. */
final class ColumnNames {
    private ColumnNames() {}

    /** The names of the columns of an output, or none where no node knows them. */
    static List<String> of(Typing typing, PortRef port, long columns) {
        Deque<NodeId> next = new ArrayDeque<>();
        typing.graph().wiresOutOf(port.node()).stream()
                .filter(wire -> wire.from().equals(port))
                .forEach(wire -> next.add(wire.to().node()));
        Set<NodeId> met = new HashSet<>();
        while (!next.isEmpty()) {
            NodeId id = next.remove();
            Optional<TypedNode> typed = typing.node(id).filter(_ -> met.add(id));
            List<String> names = typed.map(node -> names(typing, node)).orElse(List.of());
            if (names.size() == columns) {
                return names;
            }
            typed.ifPresent(_ -> typing.graph().wiresOutOf(id).stream()
                    .map(Wire::to)
                    .map(PortRef::node)
                    .forEach(next::add));
        }
        return List.of();
    }

    private static List<String> names(Typing typing, TypedNode typed) {
        if (typed.kind().schema().setting(Labels.setting().name()).isEmpty()) {
            return List.of();
        }
        try {
            return Labels.read(typed.chosen(), typing.components()).names();
        } catch (KindException e) {
            // The problems list tells it.
            return List.of();
        }
    }
}
