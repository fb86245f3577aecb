package dev.amalgam.desk.cost;

import dev.amalgam.graph.NodeId;
import java.util.Map;
import java.util.Optional;

/**
 * What the nodes of an amalgamation weigh and have to compute.
 *
 * @param nodes by node; those that cannot be lowered are left out
 * @param total of the one file that ships, in which equal weights are stored once; empty where nothing can ship
 */
public record Costs(Map<NodeId, NodeCost> nodes, Optional<NodeCost> total) {
    /** Nothing known yet. */
    public static final Costs NONE = new Costs(Map.of(), Optional.empty());

    public Costs {
        nodes = Map.copyOf(nodes);
    }

    /** What is known of a node. */
    public Optional<NodeCost> of(NodeId node) {
        return Optional.ofNullable(nodes.get(node));
    }
}
