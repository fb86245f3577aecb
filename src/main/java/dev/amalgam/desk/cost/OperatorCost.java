package dev.amalgam.desk.cost;

import dev.amalgam.graph.NodeId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one operator of the runtime took.
 *
 * @param name its name in the runtime
 * @param types the operators of the file that it does the work of; one of its own where it is not in the file
 * @param node the node that it belongs to; empty where the runtime put it in between, such as a change of layout
 * @param ms the median of its milliseconds
 * @param multiplyAdds what it has to compute; empty where that is not known
 */
public record OperatorCost(
        String name, List<String> types, Optional<NodeId> node, double ms, OptionalLong multiplyAdds) {
    public OperatorCost {
        types = List.copyOf(types);
    }

    /** Such as {@code Conv + Clip}. */
    public String type() {
        return String.join(" + ", types);
    }
}
