package dev.amalgam.run.engine;

import static java.util.Objects.requireNonNull;

import dev.amalgam.compile.Problem;
import dev.amalgam.graph.NodeId;
import dev.amalgam.run.OpenModel;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hands out the frames that fit, and reports on all of them in their order: on those that do not fit without a run. */
final class FrameQueue implements Iterator<Map<String, Tensor>> {
    /**
     * A frame made ready.
     *
     * @param inputs the value of each source that has one
     * @param feeds what goes into the model, where it fits
     * @param problems what stands against it
     */
    record Entry(Map<NodeId, Tensor> inputs, Optional<Map<String, Tensor>> feeds, List<Problem> problems) {
        RunReport unfit() {
            return new RunReport(Map.of(), inputs, Map.of(), "", 0, problems);
        }
    }

    private final Iterator<Map<NodeId, Tensor>> frames;
    private final Function<Map<NodeId, Tensor>, Entry> ready;
    private final BiFunction<Entry, OpenModel.Frame, RunReport> report;
    private final Consumer<RunReport> each;
    /** Those that were not reported on yet. */
    private final Deque<Entry> entries = new ArrayDeque<>();

    private @Nullable Map<String, Tensor> next;

    FrameQueue(
            Iterator<Map<NodeId, Tensor>> frames,
            Function<Map<NodeId, Tensor>, Entry> ready,
            BiFunction<Entry, OpenModel.Frame, RunReport> report,
            Consumer<RunReport> each) {
        this.frames = frames;
        this.ready = ready;
        this.report = report;
        this.each = each;
    }

    @Override
    public boolean hasNext() {
        while (next == null && frames.hasNext()) {
            Entry entry = ready.apply(frames.next());
            entries.add(entry);
            next = entry.feeds().orElse(null);
        }
        return next != null;
    }

    @Override
    public Map<String, Tensor> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Map<String, Tensor> feeds = requireNonNull(next);
        next = null;
        return feeds;
    }

    /** A frame came back. */
    void ran(OpenModel.Frame frame) {
        reportUnfit();
        each.accept(report.apply(entries.remove(), frame));
        reportUnfit();
    }

    /** No frame will come back any more. */
    void reportUnfit() {
        while (!entries.isEmpty() && entries.element().feeds().isEmpty()) {
            each.accept(entries.remove().unfit());
        }
    }
}
