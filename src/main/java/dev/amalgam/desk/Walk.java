package dev.amalgam.desk;

import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.graph.NodeId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through a document node by node in the order of the flow: first to what is to be computed, then round and round. */
final class Walk {
    private @Nullable NodeId last;

    /** Where it goes now; empty where there is no node. */
    Optional<NodeId> next(List<NodeId> order, LiveState state) {
        Optional<NodeId> next = order.stream()
                .filter(node -> isOpen(state.node(node)))
                .findFirst()
                .or(() -> after(order));
        last = next.orElse(null);
        return next;
    }

    private static boolean isOpen(NodeState node) {
        return node.status() == Status.WAITING || node.status() == Status.STALE;
    }

    private Optional<NodeId> after(List<NodeId> order) {
        int at = last == null ? -1 : order.indexOf(last);
        return order.isEmpty() ? Optional.empty() : Optional.of(order.get((at + 1) % order.size()));
    }
}
