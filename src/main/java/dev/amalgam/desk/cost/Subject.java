package dev.amalgam.desk.cost;

import dev.amalgam.compile.Typing;
import dev.amalgam.graph.NodeId;
import dev.amalgam.run.RunOptions;
import dev.amalgam.tensor.Tensor;
import java.util.Map;

/**
 * What is measured.
 *
 * @param name of the amalgamation
 * @param typing its types
 * @param given the values of sources, where they are others than their settings say
 * @param options device, threads and optimisation
 */
public record Subject(String name, Typing typing, Map<NodeId, Tensor> given, RunOptions options) {
    public Subject {
        given = Map.copyOf(given);
    }
}
