package dev.amalgam.desk;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.input.LiveInputs;
import dev.amalgam.desk.play.Played;
import dev.amalgam.graph.NodeId;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Stop;
import dev.amalgam.run.engine.Engine;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.run.engine.Shipped;
import dev.amalgam.tensor.Tensor;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a document as it ships: the one model with the final results only, whose results are then shown and whose time can be
 * held against that of the nodes. For use by any thread; listeners are called by any thread and must not wait for another.
 */
public final class AsShipped implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AsShipped.class);

    /**
     * How it went.
     *
     * @param isRunning whether it is under way
     * @param milliseconds the runtime's time for the whole model; empty where there is none, or the document has changed since
     * @param nodeMilliseconds the sum of the nodes' times, where all of them have been run
     * @param message why there is no result, or an empty text
     */
    public record State(
            boolean isRunning, OptionalDouble milliseconds, OptionalDouble nodeMilliseconds, String message) {
        static final State NONE = new State(false, OptionalDouble.empty(), OptionalDouble.empty(), "");
    }

    private final Document document;
    private final LiveInputs inputs;
    private final Engine engine;
    private final LiveSession live;
    private final RunOptions options;
    private final Supplier<String> name;
    private final Runnable settle;
    private final Listeners<State> listeners = new Listeners<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("as shipped").factory());
    private final Subscription changes;
    private volatile State state = State.NONE;
    private Document.State seen;
    private Stop stop = new Stop();

    /** As {@link Playback}. */
    AsShipped(
            Document document,
            LiveInputs inputs,
            Engine engine,
            LiveSession live,
            RunOptions options,
            Supplier<String> name,
            Runnable settle) {
        this.document = document;
        this.inputs = inputs;
        this.engine = engine;
        this.live = live;
        this.options = options;
        this.name = name;
        this.settle = settle;
        this.seen = document.state();
        this.changes = document.onChange(this::changed);
    }

    public State state() {
        return state;
    }

    /** Calls {@code listener} after each change of the state. */
    public Subscription onChange(Consumer<State> listener) {
        return listeners.add(listener);
    }

    /** Runs it, unless it is under way. */
    public synchronized void run() {
        if (!state.isRunning() && !thread.isShutdown()) {
            stop = new Stop();
            tell(new State(true, OptionalDouble.empty(), OptionalDouble.empty(), ""));
            thread.execute(() -> carryOut(stop));
        }
    }

    /** Ends the run that is under way. */
    public synchronized void stop() {
        stop.now();
    }

    /** Times are of a revision. */
    private synchronized void changed(Document.State changed) {
        boolean same = changed.meansTheSameAs(seen);
        seen = changed;
        if (!same && state.milliseconds().isPresent()) {
            tell(State.NONE);
        }
    }

    private void carryOut(Stop until) {
        try {
            settle.run();
            Document.State of = document.state();
            Typing typing = of.typing();
            Map<NodeId, Tensor> given =
                    inputs.read(inputs.moment(typing), typing.components()).values();
            Shipped shipped = engine.ship(typing, given, name.get(), options);
            // The first run makes the runtime ready, as the first of each node did.
            shipped.run(given, until);
            finished(of, given, shipped.run(given, until));
        } catch (LoweringException e) {
            failed(e.problem());
        } catch (RunException e) {
            tell(because(String.valueOf(e.getMessage())));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("A run as it ships ended in a way that nobody foresaw", e);
            tell(because("Something went wrong that should not have: " + e));
        }
    }

    private void finished(Document.State of, Map<NodeId, Tensor> given, RunReport report) {
        if (report.results().isEmpty()) {
            report.problems().stream().findFirst().ifPresentOrElse(this::failed, () -> tell(State.NONE));
            return;
        }
        live.showOnce(Overlay.of(new Played(of.typing(), given, report)));
        took(of, report.ms());
    }

    /** Times are of a revision; an edit that came meanwhile made another. */
    private synchronized void took(Document.State of, double milliseconds) {
        tell(
                of.meansTheSameAs(seen)
                        ? new State(
                                false,
                                OptionalDouble.of(milliseconds),
                                live.state().milliseconds(),
                                "")
                        : State.NONE);
    }

    private void failed(Problem problem) {
        tell(because(problem.message() + ". " + problem.remedy() + "."));
    }

    private static State because(String message) {
        return new State(false, OptionalDouble.empty(), OptionalDouble.empty(), message);
    }

    private void tell(State changed) {
        state = changed;
        listeners.tell(changed);
    }

    @Override
    public void close() {
        changes.close();
        stop();
        // Not shutdownNow: to interrupt a thread would close the channels that it shares with others.
        thread.shutdown();
    }
}
