package dev.amalgam.compile;

import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.Signature;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A node whose signature is known.
 *
 * @param node the node
 * @param kind its kind
 * @param chosen its settings with defaults
 * @param signature its ports as declared
 * @param inputs what flows into each connected input
 * @param outputs what flows out of each output, in their order
 * @param sound whether all required inputs are there and fit, here and upstream, so that it can be lowered
 */
public record TypedNode(
        Node node,
        Kind kind,
        Chosen chosen,
        Signature signature,
        Map<String, PortType> inputs,
        SequencedMap<String, PortType> outputs,
        boolean sound) {
    public TypedNode {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(outputs));
    }

    /** The node's name. */
    public NodeId id() {
        return node.id();
    }
}
