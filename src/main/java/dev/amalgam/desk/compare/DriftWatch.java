package dev.amalgam.desk.compare;

import dev.amalgam.compile.ContentKeys;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveSession;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.Subscription;
import dev.amalgam.graph.PortRef;
import dev.amalgam.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a reference and, after each run, how far the values that are true are from it. It compares on a thread of its own; a value
 * that was compared is not compared again. Listeners are called on that thread. For use by any thread.
 */
public final class DriftWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DriftWatch.class);

    private final Document document;
    private final LiveSession live;
    private final List<Consumer<Drift>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService compares = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("drift").factory());
    private final Subscription changes;
    private volatile Drift drift = Drift.NONE;
    private volatile boolean pinned;
    private final AtomicLong newest = new AtomicLong();

    /** Watches the results of a document; nothing is pinned yet. */
    public DriftWatch(Document document, LiveSession live) {
        this.document = document;
        this.live = live;
        this.changes = live.onChange(this::changed);
    }

    /** How it stands. */
    public Drift drift() {
        return drift;
    }

    /** Whether something is pinned, or about to be. */
    public boolean isPinned() {
        return pinned;
    }

    /** Calls {@code listener} after each change. */
    public Subscription onChange(Consumer<Drift> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Keeps what is true now, in place of what was kept before. */
    public void pin() {
        pinned = true;
        compares.execute(() -> quietly(() -> {
            LiveState now = live.state();
            Document.State state = document.state();
            become(new Drift(Optional.of(Reference.of(state.typing(), now)), Map.of()));
            compare(now);
        }));
    }

    /** Forgets what was kept. */
    public void unpin() {
        pinned = false;
        compares.execute(() -> become(Drift.NONE));
    }

    private void changed(LiveState state) {
        if (pinned && state.isSettled()) {
            long mine = newest.incrementAndGet();
            compares.execute(() -> quietly(() -> {
                // A newer one waits behind it.
                if (mine == newest.get()) {
                    compare(state);
                }
            }));
        }
    }

    private void compare(LiveState state) {
        if (drift.reference().isEmpty()) {
            return;
        }
        Reference reference = drift.reference().get();
        Typing typing = document.state().typing();
        ContentKeys keys = ContentKeys.of(typing);
        Map<PortRef, Drift.Judged> judged = new HashMap<>();
        state.nodes().forEach((node, known) -> {
            if (Reference.isTrue(known) && !Reference.isResult(typing, node)) {
                known.outputs().forEach((output, value) -> {
                    PortRef port = new PortRef(node, output);
                    judge(reference, port, keys.port(port), value).ifPresent(it -> judged.put(port, it));
                });
            }
        });
        become(new Drift(drift.reference(), judged));
    }

    private Optional<Drift.Judged> judge(Reference reference, PortRef port, Optional<String> key, Tensor value) {
        Drift.Judged before = drift.judged().get(port);
        return before != null && before.value() == value
                ? Optional.of(before)
                : reference.drift(port, key, value).map(deviation -> new Drift.Judged(value, deviation));
    }

    private void become(Drift changed) {
        drift = changed;
        listeners.forEach(listener -> listener.accept(changed));
    }

    private static void quietly(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("Values could not be compared with the reference", e);
        }
    }

    @Override
    public void close() {
        changes.close();
        compares.shutdownNow();
    }
}
