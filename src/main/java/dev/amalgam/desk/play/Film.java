package dev.amalgam.desk.play;

import dev.amalgam.graph.NodeId;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;

/**
 * Frames on their way: each is handed out in its order, and again where its answer did not come or was of no use. For one
 * thread.
 */
final class Film {
    /** More than are ever in the worker; so many that do not fit end the turn, so that somebody hears of them. */
    private static final int MOST_OUT = 8;

    private final Iterator<Map<NodeId, Tensor>> source;
    private final Deque<Map<NodeId, Tensor>> out = new ArrayDeque<>();
    private final Deque<Map<NodeId, Tensor>> again = new ArrayDeque<>();

    Film(Iterator<Map<NodeId, Tensor>> source) {
        this.source = source;
    }

    boolean isOf(Iterator<Map<NodeId, Tensor>> other) {
        return source == other;
    }

    /** Hands frames out as long as {@code goesOn}. */
    Iterator<Map<NodeId, Tensor>> during(BooleanSupplier goesOn) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return out.size() < MOST_OUT && goesOn.getAsBoolean() && !isOver();
            }

            @Override
            public Map<NodeId, Tensor> next() {
                if (isOver()) {
                    throw new NoSuchElementException();
                }
                Map<NodeId, Tensor> frame = again.isEmpty() ? source.next() : again.remove();
                out.add(frame);
                return frame;
            }
        };
    }

    /** The eldest that is on its way has its answer. */
    Map<NodeId, Tensor> answered() {
        return out.remove();
    }

    /** Whether all have been handed out. */
    boolean isOver() {
        return again.isEmpty() && !source.hasNext();
    }

    /**
     * Hands these out anew, and what is on its way after them.
     *
     * @return how many that are
     */
    int repeat(Deque<Map<NodeId, Tensor>> useless) {
        int repeated = useless.size() + out.size();
        while (!out.isEmpty()) {
            again.addFirst(out.removeLast());
        }
        while (!useless.isEmpty()) {
            again.addFirst(useless.removeLast());
        }
        return repeated;
    }
}
