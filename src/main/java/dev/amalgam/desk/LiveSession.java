package dev.amalgam.desk;

import dev.amalgam.compile.Problem;
import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.desk.cost.TimeLog;
import dev.amalgam.desk.input.LiveInputs;
import dev.amalgam.desk.input.Moment;
import dev.amalgam.graph.NodeId;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Stop;
import dev.amalgam.run.Worker;
import dev.amalgam.run.engine.Engine;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the results of a document true: while it is live, each change that means something asks for a run of the new revision,
 * and the latest wins — a run of an older one is ended, and what it still brings is dropped. What is not true any more is
 * marked at once, before anything runs; while it is paused, that is all. Listeners are called by any thread, in the order of
 * the states; they must not wait for another thread.
 */
public final class LiveSession implements AutoCloseable {
    private final LiveInputs inputs;
    private final Engine engine;
    private final NodeRunner runner;
    private final Debounce debounce;
    private final Listeners<LiveState> listeners = new Listeners<>();
    private final Walk walk = new Walk();
    private final Subscription changes;
    private final Runnable noInputs;
    private final Layers layers;
    private volatile Results results;
    private volatile LiveState shown;
    private volatile RunMode mode = RunMode.LIVE;
    private Document.State seen;
    private @Nullable Wanted wanted;
    private boolean ending;
    private boolean resting;
    private boolean missed;
    private boolean closed;

    /**
     * Begins live, with a run.
     *
     * @param settle waits until the types of all models are known
     * @param later runs what it is given after the least time between two runs that changes ask for
     */
    LiveSession(
            Document document,
            LiveInputs inputs,
            Engine engine,
            Worker worker,
            RunOptions options,
            Runnable settle,
            Executor later) {
        this.inputs = inputs;
        this.engine = engine;
        this.runner = new NodeRunner(inputs, engine, worker, options, settle, new Asker());
        this.debounce = new Debounce(later);
        synchronized (this) {
            // First listen, then look: no change may fall between the two.
            changes = document.onChange(this::documentChanged);
            noInputs = inputs.onChange(() -> changed(seen()));
            seen = document.state();
            results = Results.starting(seen);
            layers = new Layers(seen.typing());
            shown = results.shown();
            ask(seen, all(seen)).ifPresent(runner::run);
        }
    }

    public LiveState state() {
        return shown;
    }

    /** How long nodes took in their last runs. */
    public TimeLog times() {
        return runner.times();
    }

    /** How often a node was computed, under the name it has now, since this was opened. */
    public long runs(NodeId node) {
        return runner.runs(node);
    }

    /** Calls {@code listener} after each change of the state or the mode. */
    public Subscription onChange(Consumer<LiveState> listener) {
        return listeners.add(listener);
    }

    public RunMode mode() {
        return mode;
    }

    /** Runs what is not true from now on after each change, beginning with this moment; or only when asked. */
    public synchronized void use(RunMode other) {
        if (other == mode) {
            return;
        }
        mode = other;
        if (other == RunMode.LIVE) {
            ask(seen, all(seen)).ifPresent(runner::run);
        } else {
            endRun();
            show(results.expecting(seen, inputs.moment(seen.typing())).resting());
        }
    }

    /** Runs again what is not known, and what harmed the runtime; folders and files of pictures are looked through again. */
    public void rerun() {
        engine.tryAgain();
        inputs.refresh();
        synchronized (this) {
            ask(seen, all(seen)).ifPresent(runner::run);
        }
    }

    /** Pauses, and runs only what this node needs. */
    public synchronized void runTo(NodeId node) {
        use(RunMode.PAUSED);
        Set<NodeId> needed = new HashSet<>(seen.graph().upstream(node));
        needed.add(node);
        ask(seen, needed).ifPresent(runner::run);
    }

    /**
     * Pauses, and goes on to the next node in the order of the flow: the first that is to be computed, which is then run; where
     * all are, the one after that which it went to last.
     *
     * @return where it went; empty where the step before is still under way, or there is no node
     */
    public synchronized Optional<NodeId> step() {
        if (mode == RunMode.PAUSED && wanted != null) {
            return Optional.empty();
        }
        use(RunMode.PAUSED);
        Optional<NodeId> next = walk.next(seen.graph().order(), results.shown());
        next.filter(node -> !results.shown().node(node).isTrue()).ifPresent(this::runTo);
        return next;
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
            changed(seen);
        }
    }

    private synchronized void documentChanged(Document.State changed) {
        boolean same = changed.meansTheSameAs(seen);
        seen = changed;
        layers.become(changed.typing());
        if (same) {
            show(results.of(changed.revision().number()));
        } else {
            changed(changed);
        }
    }

    private synchronized Document.State seen() {
        return seen;
    }

    private synchronized void changed(Document.State present) {
        if (mode == RunMode.LIVE) {
            ask(present, all(present)).ifPresent(run -> debounce.ask(() -> begin(run)));
        } else if (!closed) {
            endRun();
            Moment moment = inputs.moment(present.typing());
            flowsIn(moment);
            show(results.expecting(present, moment).resting());
        }
    }

    /** Unless another is wanted by now, or none any more. */
    private synchronized void begin(Wanted run) {
        if (wanted == run) {
            runner.run(run);
        }
    }

    private static Set<NodeId> all(Document.State of) {
        return Set.copyOf(of.graph().order());
    }

    /** Marks what is not true any more. @return the run that is wanted from now on, if one may be */
    private synchronized Optional<Wanted> ask(Document.State asked, Set<NodeId> nodes) {
        if (closed) {
            return Optional.empty();
        }
        ending = endRun();
        Moment moment = inputs.moment(asked.typing());
        flowsIn(moment);
        Results expected = results.expecting(asked, moment);
        show(ending ? expected.in(Phase.STOPPING, "Stopping the run before this one") : expected);
        if (resting) {
            missed = true;
            return Optional.empty();
        }
        Wanted next = new Wanted(asked, moment, nodes, new Stop());
        wanted = next;
        return Optional.of(next);
    }

    private void flowsIn(Moment moment) {
        layers.flowsIn(moment.known());
        if (!moment.open().isEmpty()) {
            layers.flowsInUnknown();
        }
    }

    /** @return whether there was one under way */
    private boolean endRun() {
        Wanted run = wanted;
        wanted = null;
        if (run != null) {
            run.stop().now();
        }
        return run != null;
    }

    private final class Asker implements NodeRunner.Asker {
        @Override
        public boolean isWanted(Wanted run) {
            synchronized (LiveSession.this) {
                return wanted == run;
            }
        }

        @Override
        public void started(Wanted run, NodeId node) {
            synchronized (LiveSession.this) {
                if (wanted == run) {
                    show((ending ? results.in(Phase.RUNNING, "Running") : results).running(node));
                    ending = false;
                }
            }
        }

        /** Shows what a run brought, unless it is of a revision that is the past by now. */
        @Override
        public void finished(Wanted run, UnaryOperator<Results> change) {
            Results brought = change.apply(results);
            synchronized (LiveSession.this) {
                if (wanted == run) {
                    wanted = null;
                    // Meanwhile nodes may have been moved, which makes another revision with the same results.
                    Results now = brought.of(seen.revision().number());
                    show(mode == RunMode.PAUSED ? now.resting() : now);
                }
            }
        }
    }

    /** Lays what a frame brought over the results of the nodes. */
    synchronized void lay(Overlay frame) {
        layers.play(frame);
        show(results);
    }

    /** The same for a frame that no other follows. */
    synchronized void showOnce(Overlay frame) {
        layers.play(frame);
        layers.rest();
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

    /** Says more of a finding, as long as it still is one. */
    synchronized void tell(Problem finding, Problem more) {
        show(results.telling(finding, more));
    }

    /** Ends the run that is under way; results are kept as they are. */
    @Override
    public synchronized void close() {
        closed = true;
        changes.close();
        noInputs.run();
        endRun();
        runner.close();
    }
}
