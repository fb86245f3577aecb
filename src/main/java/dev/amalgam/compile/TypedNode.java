package dev.amalgam.compile;

import dev.amalgam.graph.Mode;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Feed;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Signature;
import dev.amalgam.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * A node whose signature is known.
 *
 * @param node the node
 * @param kind its kind
 * @param chosen its settings with defaults
 * @param signature its ports as declared
 * @param inputs what flows into each connected input
 * @param outputs what flows out of each output, in their order
 * @param passed for each output of a bypassed node, the input that it passes on; empty for others
 * @param sound whether all required inputs are there and fit, here and upstream, and nothing is muted, so that it can be lowered
 */
public record TypedNode(
        Node node,
        Kind kind,
        Chosen chosen,
        Signature signature,
        Map<String, PortType> inputs,
        SequencedMap<String, PortType> outputs,
        SequencedMap<String, String> passed,
        boolean sound) {
    public TypedNode {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(outputs));
        passed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(passed));
    }

    /** The same, not to be lowered. */
    TypedNode unsound() {
        return new TypedNode(node, kind, chosen, signature, inputs, outputs, passed, false);
    }

    /** Whether it passes on what comes in instead of doing its work. */
    public boolean isBypassed() {
        return node.mode() == Mode.BYPASSED;
    }

    /** What fills the graph input that it is lowered to; empty where it is lowered to none. */
    Optional<Feed> feed() throws KindException {
        return isBypassed() ? Optional.empty() : kind.feed(chosen);
    }

    /** The numbers of its lowering that can be turned. */
    Map<String, Tensor> dials(Components components) throws KindException {
        return isBypassed() ? Map.of() : new TreeMap<>(kind.dials(chosen, components));
    }

    /** Whether values flow in here from outside. */
    public boolean isFed() {
        try {
            return feed().isPresent();
        } catch (KindException e) {
            return false;
        }
    }

    /** The node's name. */
    public NodeId id() {
        return node.id();
    }
}
