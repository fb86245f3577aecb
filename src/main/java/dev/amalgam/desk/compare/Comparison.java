package dev.amalgam.desk.compare;

import dev.amalgam.compile.Problem;
import dev.amalgam.desk.Reading;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import java.util.List;
import java.util.Optional;

/**
 * Two variants run on the same input.
 *
 * @param first what is compared
 * @param second with what
 * @param ports the outputs that both have values of, those that are farthest apart first
 * @param results what the results say, in the order of the first
 * @param unmatched outputs that only one of them has a value of
 * @param problems what kept nodes of either from running
 */
public record Comparison(
        Variant first,
        Variant second,
        List<Ports> ports,
        List<Results> results,
        List<PortRef> unmatched,
        List<Problem> problems) {
    public Comparison {
        ports = List.copyOf(ports);
        results = List.copyOf(results);
        unmatched = List.copyOf(unmatched);
        problems = List.copyOf(problems);
    }

    /**
     * Two outputs that stand for each other.
     *
     * @param port of the first
     * @param other of the second: of the same node or, where that has another name, of the one that computes the same
     */
    public record Ports(PortRef port, PortRef other, Deviation deviation) {}

    /**
     * What a result says in both.
     *
     * @param node of the first or, where only the second has it, of that
     * @param labels each label that one of them names, with its places, where they name any
     */
    public record Results(
            NodeId node,
            Optional<Reading> first,
            Optional<Reading> second,
            Optional<Deviation> deviation,
            List<LabelPair> labels) {
        public Results {
            labels = List.copyOf(labels);
        }

        /** Whether a label is at another place, is new, is gone, or was switched. */
        public boolean saysOtherwise() {
            return labels.stream().anyMatch(LabelPair::isMoved);
        }
    }

    /** How many outputs differ. */
    public long different() {
        return ports.stream().filter(pair -> !pair.deviation().isEqual()).count();
    }
}
