package dev.amalgam.desk;

import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.graph.NodeId;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Worker;
import dev.amalgam.run.engine.Engine;
import dev.amalgam.run.engine.EngineListener;
import dev.amalgam.run.engine.RunReport;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the results of a document true: each change that means something asks for a run of the new revision, and the latest
 * wins — a run of an older one is ended. What is not true any more is marked at once, before anything runs. Listeners are
 * called by any thread.
 */
public final class LiveSession implements AutoCloseable {
    private final Document document;
    private final Engine engine;
    private final Worker worker;
    private final RunOptions options;
    private final Runnable settle;
    private final Listeners<LiveState> listeners = new Listeners<>();
    private final ExecutorService runs = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("live").factory());
    private final AtomicReference<Document.@Nullable State> wanted = new AtomicReference<>();
    private final Results results = new Results();
    private final Subscription changes;
    private LiveState state;
    private volatile boolean running;
    private Document.State seen;

    /** @param settle waits until the types of all models are known */
    LiveSession(Document document, Engine engine, Worker worker, RunOptions options, Runnable settle) {
        this.settle = settle;
        this.document = document;
        this.engine = engine;
        this.worker = worker;
        this.options = options;
        this.seen = document.state();
        this.state = Results.starting(seen);
        this.changes = document.onChange(this::documentChanged);
        ask(seen);
    }

    public synchronized LiveState state() {
        return state;
    }

    /** Calls {@code listener} after each change of the state. */
    public Subscription onChange(Consumer<LiveState> listener) {
        return listeners.add(listener);
    }

    /** Runs again what is not known. */
    public void rerun() {
        ask(document.state());
    }

    /** Ends the run that is under way. */
    public void stop() {
        wanted.set(null);
        if (running) {
            update(now -> now.in(Phase.STOPPING, "Stopping after the operator that is being computed"));
            worker.cancel();
        }
    }

    private void documentChanged(Document.State changed) {
        boolean same;
        synchronized (this) {
            same = changed.graph() != seen.graph() && changed.graph().meansTheSameAs(seen.graph());
            seen = changed;
        }
        if (same) {
            update(now -> now.of(changed.revision().number()));
        } else {
            ask(changed);
        }
    }

    private void ask(Document.State asked) {
        update(now -> results.expecting(asked, now));
        wanted.set(asked);
        if (running) {
            worker.cancel();
        }
        runs.execute(this::runWanted);
    }

    private void runWanted() {
        Document.State asked = wanted.getAndSet(null);
        if (asked == null) {
            return;
        }
        settle.run();
        if (wanted.get() != null) {
            // The runtime has told types meanwhile, and a run of that has been asked for.
            return;
        }
        running = true;
        try {
            RunReport report = engine.runNodes(asked.typing(), options, listener());
            if (wanted.get() == null) {
                update(now -> results.after(asked, report, now, worker));
            }
        } catch (RunException e) {
            update(now -> now.in(Phase.FAILED, String.valueOf(e.getMessage())));
        } finally {
            running = false;
        }
    }

    private EngineListener listener() {
        return new EngineListener() {
            @Override
            public void started(NodeId node) {
                update(now -> now.with(node, now.node(node).with(NodeState.Status.RUNNING)));
            }
        };
    }

    private void update(UnaryOperator<LiveState> change) {
        LiveState changed;
        synchronized (this) {
            changed = change.apply(state);
            state = changed;
        }
        listeners.tell(changed);
    }

    @Override
    public void close() {
        changes.close();
        wanted.set(null);
        if (running) {
            worker.cancel();
        }
        runs.shutdownNow();
    }
}
