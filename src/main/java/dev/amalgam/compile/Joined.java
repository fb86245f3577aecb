package dev.amalgam.compile;

import dev.amalgam.graph.NodeId;
import dev.amalgam.onnx.OnnxModel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An amalgamation as one model.
 *
 * @param model what ships
 * @param nodes that are in it, each after those it depends on
 * @param components the models in it that came from files, in the order of the nodes
 */
public record Joined(OnnxModel model, List<NodeId> nodes, List<Component> components) {
    public Joined {
        nodes = List.copyOf(nodes);
        components = List.copyOf(components);
    }

    /**
     * Where a component lies in the model that ships.
     *
     * @param node that it was
     * @param scope what stands before the names of its tensors
     * @param setting of the node that names its file
     * @param model as it was joined
     * @param inputs its own inputs, with what the model that ships calls the tensors in their place; none where it is not needed
     * @param taps those of its tensors that are in the model that ships, with what they are called there
     */
    public record Component(
            NodeId node,
            String scope,
            String setting,
            OnnxModel model,
            Map<String, Optional<String>> inputs,
            Map<String, String> taps) {
        public Component {
            inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
            taps = Collections.unmodifiableMap(new LinkedHashMap<>(taps));
        }
    }
}
