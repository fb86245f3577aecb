package dev.amalgam.ui.values;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which outputs of a document are looked at more closely: any number that are pinned, and at most one that is not and gives
 * way to the next. No part of the document: edits leave them, and undo does not know them. For the UI thread only.
 */
public final class Looks {
    private final List<Look> all = new ArrayList<>();
    private Optional<Amalgamation> graph = Optional.empty();

    /** All of them, in the order they stand in. */
    List<Look> all() {
        return List.copyOf(all);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Looks at an output, unless that is done already. @return how it is looked at */
    Look open(PortRef port) {
        Optional<Look> known =
                all.stream().filter(look -> look.port().equals(port)).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        all.removeIf(look -> !look.isPinned());
        Look look = new Look(port);
        all.add(look);
        return look;
    }

    void close(Look look) {
        all.remove(look);
    }

    /** Follows a node that was given another name, so that it is looked at all the same. */
    void follow(Amalgamation changed) {
        graph.filter(before -> before != changed)
                .flatMap(before -> renamed(before, changed))
                .ifPresent(names -> all.forEach(look -> look.follow(names.from(), names.to())));
        graph = Optional.of(changed);
    }

    private record Names(NodeId from, NodeId to) {}

    /** Where exactly one node has gone and one of the same kind and settings has come, it is the same. */
    private static Optional<Names> renamed(Amalgamation before, Amalgamation after) {
        Set<NodeId> gone = ids(before);
        gone.removeAll(ids(after));
        Set<NodeId> come = ids(after);
        come.removeAll(ids(before));
        if (gone.size() != 1 || come.size() != 1) {
            return Optional.empty();
        }
        Names names = new Names(gone.iterator().next(), come.iterator().next());
        Node old = before.node(names.from()).orElseThrow();
        return after.node(names.to())
                .filter(node ->
                        node.kind().equals(old.kind()) && node.settings().equals(old.settings()))
                .map(_ -> names);
    }

    private static Set<NodeId> ids(Amalgamation graph) {
        return graph.nodes().stream().map(Node::id).collect(Collectors.toSet());
    }
}
