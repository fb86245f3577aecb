package dev.amalgam.desk.compare;

import dev.amalgam.desk.LiveState;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/**
 * How far what is true now is from a reference. Immutable.
 *
 * @param reference what was pinned; empty where nothing is
 * @param judged what was compared, by output
 */
public record Drift(Optional<Reference> reference, Map<PortRef, Judged> judged) {
    /** Nothing is pinned. */
    public static final Drift NONE = new Drift(Optional.empty(), Map.of());

    /**
     * A value that was compared.
     *
     * @param value that very value: another one was not compared yet
     */
    record Judged(Tensor value, Deviation deviation) {}

    public Drift {
        judged = Map.copyOf(judged);
    }

    /** How far the value at an output is from the reference; empty where that is not known of the value that is true now. */
    public Optional<Deviation> of(PortRef port, LiveState live) {
        Judged known = judged.get(port);
        return known != null
                        && Reference.isTrue(live.node(port.node()))
                        && live.node(port.node()).outputs().get(port.port()) == known.value()
                ? Optional.of(known.deviation())
                : Optional.empty();
    }

    /** The largest among the outputs of a node. */
    public Optional<Deviation> of(NodeId node, LiveState live) {
        return live.node(node).outputs().keySet().stream()
                .flatMap(port -> of(new PortRef(node, port), live).stream())
                .max(Deviation::compareTo);
    }

    /** How many outputs are known to differ. */
    public long different(LiveState live) {
        return judged.keySet().stream()
                .filter(port -> of(port, live).filter(it -> !it.isEqual()).isPresent())
                .count();
    }
}
