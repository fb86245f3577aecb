package dev.amalgam.desk;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.desk.cost.TimeLog;
import dev.amalgam.desk.input.Given;
import dev.amalgam.desk.input.LiveInputs;
import dev.amalgam.graph.NodeId;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Worker;
import dev.amalgam.run.engine.Engine;
import dev.amalgam.run.engine.EngineListener;
import dev.amalgam.run.engine.RunReport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out runs one after the other on a thread of its own, and counts how often each node was computed. */
final class NodeRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeRunner.class);

    /** Who asks for runs; called on the thread of the runs. */
    interface Asker {
        /** Whether nothing else was asked for since. */
        boolean isWanted(Wanted run);

        void started(Wanted run, NodeId node);

        /** It is over; {@code change} is what it makes of the results that were there before. */
        void finished(Wanted run, UnaryOperator<Results> change);
    }

    private final LiveInputs inputs;
    private final Engine engine;
    private final Worker worker;
    private final RunOptions options;
    private final Runnable settle;
    private final Asker asker;
    private final Map<NodeId, LongAdder> runs = new ConcurrentHashMap<>();
    private final TimeLog times = new TimeLog();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("live").factory());

    /** @param settle waits until the types of all models are known */
    NodeRunner(LiveInputs inputs, Engine engine, Worker worker, RunOptions options, Runnable settle, Asker asker) {
        this.inputs = inputs;
        this.engine = engine;
        this.worker = worker;
        this.options = options;
        this.settle = settle;
        this.asker = asker;
    }

    /** Runs it after those before it. */
    void run(Wanted run) {
        thread.execute(() -> carryOut(run));
    }

    /** How long nodes took in their last runs. */
    TimeLog times() {
        return times;
    }

    /** How often a node was computed, under the name it has now. */
    long runs(NodeId node) {
        LongAdder counted = runs.get(node);
        return counted == null ? 0 : counted.sum();
    }

    private void carryOut(Wanted run) {
        try {
            settle.run();
            // Where the runtime has told types meanwhile, a run with these has been asked for.
            if (asker.isWanted(run)) {
                carryOut(run, inputs.read(run.inputs(), run.document().typing().components()));
            }
        } catch (RunException e) {
            String why = String.valueOf(e.getMessage());
            asker.finished(run, results -> results.in(Phase.FAILED, why));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("A run ended in a way that nobody foresaw", e);
            asker.finished(run, results -> results.in(Phase.FAILED, "Something went wrong that should not have: " + e));
        }
    }

    private void carryOut(Wanted run, Given given) throws RunException {
        // To read pictures takes its time, and another may be wanted by now.
        if (asker.isWanted(run)) {
            Typing typing = run.document().typing();
            RunReport report = engine.runNodes(typing, given.values(), run.nodes(), options, listener(run), run.stop());
            times.note(typing, report);
            asker.finished(run, results -> results.after(run, given, report, worker));
        }
    }

    private EngineListener listener(Wanted run) {
        return new EngineListener() {
            @Override
            public void started(NodeId node) {
                runs.computeIfAbsent(node, _ -> new LongAdder()).increment();
                asker.started(run, node);
            }
        };
    }

    @Override
    public void close() {
        // Not shutdownNow: to interrupt a thread would close the channels that it shares with others.
        thread.shutdown();
    }
}
