package dev.amalgam.compile;

import dev.amalgam.graph.NodeId;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of an amalgamation that runs as one ONNX model.
 *
 * @param name for people: the node's name, or the amalgamation's where all is fused
 * @param nodes the nodes inside, each after those it depends on
 * @param inputs the model's inputs and the keys of the tensors they take
 * @param dials the numbers that its settings give, by the keys under which they go into the model's inputs
 * @param outputs the model's outputs and the keys of the tensors they give
 * @param modelKey names the model's content, so that an equal one is never built or loaded again
 * @param source builds the model when it is first needed
 */
public record Region(
        String name,
        List<NodeId> nodes,
        Map<String, String> inputs,
        Map<String, Tensor> dials,
        Map<String, String> outputs,
        String modelKey,
        Source source) {
    /** Builds a model. */
    @FunctionalInterface
    public interface Source {
        /** The model. @throws LoweringException where a node's settings or files stand against it */
        OnnxModel build() throws LoweringException;
    }

    /** How a tensor goes by that a region gives fused: it may differ in rounding from that of the node by itself. */
    static String fusedKey(String portKey, String modelKey) {
        return portKey + "@" + modelKey;
    }

    /** The model's input for a dial of this name. */
    static String dial(String name) {
        return "dial." + name;
    }

    public Region {
        nodes = List.copyOf(nodes);
        dials = Map.copyOf(dials);
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
}
