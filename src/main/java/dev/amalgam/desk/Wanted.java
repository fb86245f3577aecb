package dev.amalgam.desk;

import dev.amalgam.desk.input.Moment;
import dev.amalgam.graph.NodeId;
import dev.amalgam.run.Stop;
import java.util.Set;

/**
 * A run that was asked for; it counts as long as no other was asked for after it.
 *
 * @param nodes those that are to be computed, all that they need among them
 */
record Wanted(Document.State document, Moment inputs, Set<NodeId> nodes, Stop stop) {
    Wanted {
        nodes = Set.copyOf(nodes);
    }
}
