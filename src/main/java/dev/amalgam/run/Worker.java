package dev.amalgam.run;

import dev.amalgam.run.channel.ToWorker;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs models in a process of its own, so that whatever native code does, this process lives on. Where the other process
 * dies, the call that it was busy with reports that, and the next call finds a new process. For any number of threads;
 * calls wait for each other, only {@link #cancel}, {@link #memoryBytes} and {@link #close} do not.
 */
public final class Worker implements AutoCloseable {
    private volatile WorkerSettings settings;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final ProcessSlot slot;
    private final Watch watch = new Watch();
    private volatile @Nullable Call current;
    private int lastId;

    private Worker(WorkerSettings settings) {
        this.settings = settings;
        this.slot = new ProcessSlot(settings);
    }

    /** Starts a worker; returns at once, and the first call waits until the process is ready. */
    public static Worker start(WorkerSettings settings) {
        Worker worker = new Worker(settings);
        worker.slot.prepare();
        return worker;
    }

    /**
     * Uses other settings from now on. Waits until the call in flight is done; where the process must be another for them, the
     * old one ends and a new one gets ready.
     */
    public void use(WorkerSettings changed) {
        turn.lock();
        try {
            settings = changed;
            slot.use(changed);
        } finally {
            turn.unlock();
        }
    }

    /**
     * What runs the models.
     *
     * @throws RunException where the process cannot be started
     */
    public RuntimeInfo info() throws RunException {
        Optional<RuntimeInfo> known = slot.info();
        return known.isPresent()
                ? known.get()
                : call(settings.startLimit(), (call, _) -> slot.ready(call).info());
    }

    /**
     * The types that the runtime finds for the inputs and outputs of a model, by name; what is no tensor is left out. A size
     * that the runtime cannot tell has the name that the model gives it, verbatim, or is unknown. The runtime reports no axes
     * both for a single number and where it knows nothing: both come as an unranked shape.
     *
     * @param model an ONNX file; to learn the type of an inner tensor, it must be exposed as an output
     * @throws RunException where the runtime refuses the model, crashes, or takes longer than a minute
     */
    public Map<String, TensorType> types(Path model) throws RunException {
        return call(RunOptions.DEFAULT.limit(), (call, _) -> {
            try {
                return types(model, call);
            } catch (IOException e) {
                String how = slot.bury();
                if (call.reason().isPresent()) {
                    throw dead(model, call, how, e);
                }
            }
            // A process that somebody killed says nothing against the model: only what dies twice is to blame.
            try {
                return types(model, call);
            } catch (IOException e) {
                throw dead(model, call, slot.bury(), e);
            }
        });
    }

    private Map<String, TensorType> types(Path model, Call call) throws RunException, IOException {
        WorkerProcess process = slot.ready(call).process();
        process.send(new ToWorker.Inspect(call.id(), model.toAbsolutePath().toString()));
        return PortTypes.of(process.receive());
    }

    private static RunException dead(Path model, Call call, String how, IOException cause) {
        StepFailure why = call.reason().orElseGet(() -> new StepFailure.Crashed(how, ""));
        return new RunException(model.getFileName() + ": " + why.sentence(), cause);
    }

    /**
     * Runs what the request asks for. Failures of steps are in the result; what does not depend on a failed step is there.
     *
     * @param listener hears how it goes on, on this thread
     * @throws RunException where nothing could be run at all: no process, or values larger than allowed
     */
    public RunResult run(RunRequest request, RunListener listener) throws RunException {
        return run(request, listener, new Stop());
    }

    /** The same, for a run that {@code stop} can end without touching any other. */
    public RunResult run(RunRequest request, RunListener listener, Stop stop) throws RunException {
        return call(request.options().limit(), (call, _) -> {
            stop.ends(call);
            return new Conversation(request, listener, call, slot).run();
        });
    }

    /**
     * A model to be run many times; nothing is loaded before the first.
     *
     * @param model an ONNX file, which must stay
     * @param outputs the names of the graph outputs to return
     */
    public OpenModel open(Path model, Set<String> outputs, RunOptions options) {
        return new OpenModel(this, model.toAbsolutePath(), outputs, options);
    }

    /** Stops the call in flight, if there is one; its unfinished steps become {@link StepFailure.Cancelled}. */
    public void cancel() {
        Call call = current;
        if (call != null) {
            call.stop(new StepFailure.Cancelled());
        }
    }

    /** The memory that the process takes now, where the system tells. */
    public OptionalLong memoryBytes() {
        return slot.memoryBytes();
    }

    /** Ends the process. A call in flight ends too, as cancelled. */
    @Override
    public void close() {
        slot.refuse();
        Call call = current;
        if (call != null) {
            call.kill(new StepFailure.Cancelled());
        }
        turn.lock();
        try {
            slot.close();
        } finally {
            turn.unlock();
        }
    }

    /** Whether somebody waits for a turn. */
    boolean isAwaited() {
        return turn.hasQueuedThreads();
    }

    /** What to do when it is its turn. */
    interface Work<T> {
        T with(Call call, ProcessSlot slot) throws RunException;
    }

    <T> T call(Duration limit, Work<T> work) throws RunException {
        turn.lock();
        Call call = new Call(++lastId, settings, limit);
        try {
            current = call;
            watch.begin(call);
            return work.with(call, slot);
        } finally {
            current = null;
            watch.end();
            call.end();
            slot.prepare();
            turn.unlock();
        }
    }
}
