package dev.amalgam.desk;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.desk.input.Given;
import dev.amalgam.desk.input.LiveInputs;
import dev.amalgam.desk.input.Moment;
import dev.amalgam.graph.NodeId;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Stop;
import dev.amalgam.run.Worker;
import dev.amalgam.run.engine.Engine;
import dev.amalgam.run.engine.EngineListener;
import dev.amalgam.run.engine.RunReport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the results of a document true: each change that means something asks for a run of the new revision, and the latest
 * wins — a run of an older one is ended, and what it still brings is dropped. What is not true any more is marked at once,
 * before anything runs. Listeners are called by any thread, in the order of the states; they must not wait for another
 * thread.
 */
public final class LiveSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);

    /** A run that was asked for; it counts as long as no other was asked for after it. */
    private record Wanted(Document.State document, Moment inputs, Stop stop) {}

    private final Document document;
    private final LiveInputs inputs;
    private final Engine engine;
    private final Worker worker;
    private final RunOptions options;
    private final Runnable settle;
    private final Listeners<LiveState> listeners = new Listeners<>();
    private final Map<NodeId, LongAdder> runs = new ConcurrentHashMap<>();
    private final ExecutorService runner = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("live").factory());
    private final Subscription changes;
    private final Runnable noInputs;
    private final Layers layers;
    private volatile Results results;
    private volatile LiveState shown;
    private Document.State seen;
    private @Nullable Wanted wanted;
    private boolean resting;
    private boolean missed;
    private boolean closed;

    /** @param settle waits until the types of all models are known */
    LiveSession(
            Document document, LiveInputs inputs, Engine engine, Worker worker, RunOptions options, Runnable settle) {
        this.settle = settle;
        this.document = document;
        this.inputs = inputs;
        this.engine = engine;
        this.worker = worker;
        this.options = options;
        synchronized (this) {
            // First listen, then look: no change may fall between the two.
            changes = document.onChange(this::documentChanged);
            noInputs = inputs.onChange(this::inputsChanged);
            seen = document.state();
            results = Results.starting(seen);
            layers = new Layers(seen.typing());
            shown = results.shown();
            ask(seen);
        }
    }

    public LiveState state() {
        return shown;
    }

    /** How often a node was computed, under the name it has now, since this was opened. */
    public long runs(NodeId node) {
        LongAdder counted = runs.get(node);
        return counted == null ? 0 : counted.sum();
    }

    /** Calls {@code listener} after each change of the state. */
    public Subscription onChange(Consumer<LiveState> listener) {
        return listeners.add(listener);
    }

    /** Runs again what is not known, and what harmed the runtime; folders and files of pictures are looked through again. */
    public void rerun() {
        engine.tryAgain();
        inputs.refresh();
        ask(document.state());
    }

    /** Ends the run that is under way. */
    public synchronized void stop() {
        if (wanted != null) {
            show(results.in(Phase.STOPPING, "Stopping after the operator that is being computed"));
            wanted.stop().now();
        }
    }

    /** Runs nothing until {@link #wake}, because nobody looks; ends what is under way. */
    public synchronized void rest() {
        resting = true;
        missed |= wanted != null;
        endRun();
    }

    /** Runs again after {@link #rest}: at once, where there was something to run meanwhile. */
    public synchronized void wake() {
        resting = false;
        if (missed) {
            missed = false;
            ask(document.state());
        }
    }

    private synchronized void documentChanged(Document.State changed) {
        boolean onlySaved = changed.typing() == seen.typing();
        boolean onlyMoved = changed.graph() != seen.graph() && changed.graph().meansTheSameAs(seen.graph());
        seen = changed;
        layers.become(changed.typing());
        if (onlySaved || onlyMoved) {
            show(results.of(changed.revision().number()));
        } else {
            ask(changed);
        }
    }

    private synchronized void inputsChanged() {
        ask(seen);
    }

    private synchronized void ask(Document.State asked) {
        if (closed) {
            return;
        }
        endRun();
        Moment moment = inputs.moment(asked.typing());
        layers.flowsIn(moment.known());
        show(results.expecting(asked, moment));
        if (resting) {
            missed = true;
            return;
        }
        Wanted next = new Wanted(asked, moment, new Stop());
        wanted = next;
        runner.execute(() -> run(next));
    }

    private void endRun() {
        if (wanted != null) {
            wanted.stop().now();
            wanted = null;
        }
    }

    private void run(Wanted mine) {
        try {
            settle.run();
            // Where the runtime has told types meanwhile, a run with these has been asked for.
            if (isWanted(mine)) {
                run(mine, inputs.read(mine.inputs(), mine.document().typing().components()));
            }
        } catch (RunException e) {
            finish(mine, results.in(Phase.FAILED, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.error("A run ended in a way that nobody foresaw", e);
            finish(mine, results.in(Phase.FAILED, "Something went wrong that should not have: " + e));
        }
    }

    private void run(Wanted mine, Given given) throws RunException {
        // To read pictures takes its time, and another may be wanted by now.
        if (isWanted(mine)) {
            Typing typing = mine.document().typing();
            RunReport report = engine.runNodes(typing, given.values(), options, listener(mine), mine.stop());
            finish(mine, results.after(mine.document(), given, report, worker));
        }
    }

    private synchronized boolean isWanted(Wanted mine) {
        return wanted == mine;
    }

    /** Shows what a run brought, unless it is of a revision that is the past by now. */
    private synchronized void finish(Wanted mine, Results brought) {
        if (isWanted(mine)) {
            wanted = null;
            // Meanwhile nodes may have been moved, which makes another revision with the same results.
            show(brought.of(seen.revision().number()));
        }
    }

    private EngineListener listener(Wanted mine) {
        return new EngineListener() {
            @Override
            public void started(NodeId node) {
                runs.computeIfAbsent(node, _ -> new LongAdder()).increment();
                startedIn(mine, node);
            }
        };
    }

    private synchronized void startedIn(Wanted mine, NodeId node) {
        if (isWanted(mine)) {
            show(results.running(node));
        }
    }

    /** Lays what a frame brought over the results of the nodes. */
    synchronized void lay(Overlay frame) {
        layers.play(frame);
        show(results);
    }

    /** What the last frame brought is true as long as the same flows in. */
    synchronized void playsNoMore() {
        layers.rest();
        show(results);
    }

    /** Shows the results of the nodes and no frame any more. */
    synchronized void clear() {
        layers.clear();
        show(results);
    }

    private void show(Results changed) {
        results = changed;
        shown = layers.over(changed.shown());
        listeners.tell(shown);
    }

    /** Ends the run that is under way; results are kept as they are. */
    @Override
    public synchronized void close() {
        closed = true;
        changes.close();
        noInputs.run();
        endRun();
        // Not shutdownNow: to interrupt a thread would close the channels that it shares with others.
        runner.shutdown();
    }
}
