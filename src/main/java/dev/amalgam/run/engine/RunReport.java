package dev.amalgam.run.engine;

import dev.amalgam.compile.Problem;
import dev.amalgam.graph.NodeId;
import dev.amalgam.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run brought.
 *
 * @param nodes by node, in the order they depend on each other; in a fused run only the results and what else was asked for
 * @param inputs the value of each source that has one
 * @param results the value of each result that has one
 * @param device what ran it, such as {@code cpu}
 * @param deviceNote why that is not the device that was asked for, as a sentence, if it is not
 * @param ms the runtime's milliseconds for all of it
 * @param problems what kept anything from running
 */
public record RunReport(
        Map<NodeId, NodeOutcome> nodes,
        Map<NodeId, Tensor> inputs,
        Map<NodeId, Tensor> results,
        String device,
        Optional<String> deviceNote,
        double ms,
        List<Problem> problems) {
    public RunReport {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        problems = List.copyOf(problems);
        inputs = Map.copyOf(inputs);
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }

    /** A report of what ran where it was asked to, or did not run at all. */
    public RunReport(
            Map<NodeId, NodeOutcome> nodes,
            Map<NodeId, Tensor> inputs,
            Map<NodeId, Tensor> results,
            String device,
            double ms,
            List<Problem> problems) {
        this(nodes, inputs, results, device, Optional.empty(), ms, problems);
    }

    /** Whether every node that was to run has its values. */
    public boolean isComplete() {
        return problems.isEmpty();
    }
}
