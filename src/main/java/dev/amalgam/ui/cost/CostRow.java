package dev.amalgam.ui.cost;

import dev.amalgam.desk.cost.Spread;
import dev.amalgam.graph.NodeId;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A line of the table; what is not known is empty.
 *
 * @param name of the node, of the operator, or of what stands between nodes
 * @param node the node, where it is one
 * @param live how long its last runs took, by itself
 * @param inFile milliseconds inside the one file, from the runtime's profile
 * @param share of the time: in the file where that was measured, else of the nodes by themselves
 * @param parameters elements of its weights
 * @param weightBytes bytes of its weights
 * @param multiplyAdds what it has to compute
 */
record CostRow(
        String name,
        Optional<NodeId> node,
        Optional<Spread> live,
        OptionalDouble inFile,
        OptionalDouble share,
        OptionalLong parameters,
        OptionalLong weightBytes,
        OptionalLong multiplyAdds) {
    OptionalDouble median() {
        return live.map(times -> OptionalDouble.of(times.median())).orElse(OptionalDouble.empty());
    }

    OptionalDouble late() {
        return live.map(times -> OptionalDouble.of(times.late())).orElse(OptionalDouble.empty());
    }
}
