package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Wire;
import java.util.HashSet;
import java.util.Set;

/** What belongs to the selection: what it depends on and what depends on it. All the rest is dimmed, where that is wished. */
final class Related {
    /** Everything, because nothing is selected or nothing is to be dimmed. */
    static final Related ALL = new Related(Amalgamation.EMPTY, Set.of(), Set.of());

    private final Amalgamation graph;
    private final Set<NodeId> selected;
    private final Set<NodeId> related;

    private Related(Amalgamation graph, Set<NodeId> selected, Set<NodeId> related) {
        this.graph = graph;
        this.selected = selected;
        this.related = related;
    }

    /** This where nothing has changed, else what is related now. */
    Related next(Amalgamation now, Set<NodeId> chosen) {
        if (chosen.isEmpty()) {
            return ALL;
        }
        if (now.equals(graph) && chosen.equals(selected)) {
            return this;
        }
        Set<NodeId> all = new HashSet<>(chosen);
        chosen.forEach(id -> {
            all.addAll(now.upstream(id));
            all.addAll(now.downstream(id));
        });
        return new Related(now, Set.copyOf(chosen), all);
    }

    boolean has(NodeId id) {
        return related.isEmpty() || related.contains(id);
    }

    boolean has(Wire wire) {
        return has(wire.from().node()) && has(wire.to().node());
    }
}
