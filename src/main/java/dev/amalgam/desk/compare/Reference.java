package dev.amalgam.desk.compare;

import dev.amalgam.compile.ContentKeys;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.NodeState;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.desk.numerics.Numbers;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was true when a person pinned it: the value of each output, or a summary of those that would take too much memory.
 * Immutable.
 */
public final class Reference {
    /** What its values may take; the smallest are kept first. */
    static final long MOST_BYTES = 256L << 20;

    /** A value, or what is kept of one. */
    private sealed interface Held {
        Deviation to(Tensor now);
    }

    private record Whole(Tensor value) implements Held {
        @Override
        public Deviation to(Tensor now) {
            return Deviation.between(value, now);
        }
    }

    private record Summary(TensorType type, String sha256, double mean) implements Held {
        static Summary of(Tensor value) {
            return new Summary(value.type(), value.sha256(), mean(value));
        }

        private static double mean(Tensor value) {
            return Numbers.of(value)
                    .filter(numbers -> numbers.size() > 0)
                    .map(numbers -> numbers.sum(0, numbers.size()) / numbers.size())
                    .orElse(0.0);
        }

        @Override
        public Deviation to(Tensor now) {
            if (!type.equals(now.type())) {
                return new Deviation.Unlike(type, now.type());
            }
            return sha256.equals(now.sha256()) ? new Deviation.Equal() : new Deviation.Moved(mean, mean(now));
        }
    }

    private final long revision;
    private final Map<PortRef, Held> byPort = new HashMap<>();
    private final Map<String, Held> byKey = new HashMap<>();

    private Reference(long revision) {
        this.revision = revision;
    }

    /**
     * What is true now. Reads values that are too large to keep, so not for the window's own thread.
     *
     * @param typing of the document as it is now; where that is another revision by now, only names tell what stands for what
     */
    public static Reference of(Typing typing, LiveState live) {
        return of(typing, live, MOST_BYTES);
    }

    static Reference of(Typing typing, LiveState live, long mostBytes) {
        Reference reference = new Reference(live.revision());
        ContentKeys keys = ContentKeys.of(typing);
        List<Map.Entry<PortRef, Tensor>> values = new ArrayList<>();
        for (NodeId id : typing.graph().order()) {
            if (isTrue(live.node(id)) && !isResult(typing, id)) {
                live.node(id).outputs().forEach((port, value) -> values.add(Map.entry(new PortRef(id, port), value)));
            }
        }
        values.sort(Comparator.comparingLong(entry -> bytes(entry.getValue())));
        long left = mostBytes;
        for (Map.Entry<PortRef, Tensor> entry : values) {
            left -= bytes(entry.getValue());
            Held held = left >= 0 ? new Whole(entry.getValue()) : Summary.of(entry.getValue());
            reference.byPort.put(entry.getKey(), held);
            keys.port(entry.getKey()).ifPresent(key -> reference.byKey.putIfAbsent(key, held));
        }
        return reference;
    }

    /** Whether values are true now, so that they may be compared. */
    static boolean isTrue(NodeState state) {
        return state.status() == Status.FRESH || state.status() == Status.CACHED;
    }

    /** A result only passes on what another node gives. */
    static boolean isResult(Typing typing, NodeId id) {
        return typing.node(id).filter(node -> node.kind().isResult()).isPresent();
    }

    private static long bytes(Tensor value) {
        return value.element() == ElementType.STRING
                ? value.strings().stream().mapToLong(text -> 2L * text.length()).sum()
                : value.bytes().remaining();
    }

    /** The revision that it is of. */
    public long revision() {
        return revision;
    }

    /** How many outputs it has a value of. */
    public int size() {
        return byPort.size();
    }

    /**
     * How far a value is from what it was: at the same output of the same node or, where no node of that name was there, at the
     * one that computed the same. Empty where there was none. Reads every value.
     *
     * @param key what the value is now the value of
     */
    Optional<Deviation> drift(PortRef port, Optional<String> key, Tensor now) {
        return Optional.ofNullable(byPort.get(port))
                .or(() -> key.map(byKey::get))
                .map(held -> held.to(now));
    }
}
