package dev.amalgam.run;

import dev.amalgam.run.channel.FromWorker;
import dev.amalgam.run.channel.Scratch;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The place of the one process: starts it ahead of need, replaces it when it is gone. */
final class ProcessSlot implements AutoCloseable {
    private static final Executor BACKGROUND = Thread::startVirtualThread;

    private volatile WorkerSettings settings;
    private @Nullable CompletableFuture<WorkerProcess> starting;
    private volatile @Nullable ActiveProcess active;
    private boolean closed;

    ProcessSlot(WorkerSettings settings) {
        this.settings = settings;
    }

    /** Starts a process in the background, unless one is there. */
    synchronized void prepare() {
        if (!closed) {
            var _ = starting();
        }
    }

    /** Uses other settings from now on. Only for the thread whose turn it is. */
    void use(WorkerSettings changed) {
        boolean same = settings.startsAs(changed);
        settings = changed;
        if (!same) {
            close();
            prepare();
        }
    }

    private synchronized CompletableFuture<WorkerProcess> starting() {
        CompletableFuture<WorkerProcess> already = starting;
        if (already != null) {
            return already;
        }
        CompletableFuture<WorkerProcess> fresh = CompletableFuture.supplyAsync(this::launch, BACKGROUND);
        starting = fresh;
        return fresh;
    }

    private WorkerProcess launch() {
        try {
            Scratch.sweep();
            return new WorkerProcess(settings);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    /** The process, after it said that it is ready. Only for the thread whose turn it is. */
    ActiveProcess ready(Call call) throws RunException {
        ActiveProcess known = active;
        if (known != null && known.process().isAlive()) {
            call.on(known.process());
            return known;
        }
        if (known != null) {
            bury();
        }
        try {
            return first(call, started());
        } catch (IOException e) {
            if (call.reason().isPresent()) {
                throw dead(call, "", e);
            }
        }
        // Somebody may have killed it on its way: only what dies twice cannot start.
        WorkerProcess second = started();
        try {
            return first(call, second);
        } catch (IOException e) {
            throw dead(call, second.diagnostics(), e);
        }
    }

    private ActiveProcess first(Call call, WorkerProcess process) throws IOException, RunException {
        call.on(process);
        try {
            return activate(process, process.receive());
        } catch (IOException e) {
            throw new IOException(bury(), e);
        }
    }

    private static RunException dead(Call call, String diagnostics, IOException e) {
        return call.reason()
                .map(why -> new RunException(why.sentence(), e))
                .orElseGet(() -> unfit(e.getMessage() + " " + diagnostics, e));
    }

    private ActiveProcess activate(WorkerProcess process, FromWorker first) throws RunException, IOException {
        return switch (first) {
            case FromWorker.Ready ready -> {
                ActiveProcess fresh = new ActiveProcess(process, ready);
                active = fresh;
                yield fresh;
            }
            case FromWorker.Unfit unfit -> {
                bury();
                throw unfit(unfit.why(), null);
            }
            default -> throw new IOException("The first message is " + first);
        };
    }

    private WorkerProcess started() throws RunException {
        requireOpen();
        try {
            return starting().join();
        } catch (CompletionException e) {
            var _ = forget();
            throw unfit(
                    String.valueOf(
                            e.getCause() == null ? e.getMessage() : e.getCause().getMessage()),
                    e);
        }
    }

    private static RunException unfit(String why, @Nullable Throwable cause) {
        String message = "The runtime process did not start, so no model can run: " + why.strip();
        return cause == null ? new RunException(message) : new RunException(message, cause);
    }

    private synchronized void requireOpen() throws RunException {
        if (closed) {
            throw new RunException("The worker was closed, so no model can run.");
        }
    }

    private synchronized @Nullable CompletableFuture<WorkerProcess> forget() {
        CompletableFuture<WorkerProcess> was = starting;
        starting = null;
        active = null;
        return was;
    }

    /** Ends the process, if there is one, and tells how it ended. */
    String bury() {
        CompletableFuture<WorkerProcess> was = forget();
        return was == null ? "" : was.join().bury();
    }

    Optional<RuntimeInfo> info() {
        return Optional.ofNullable(active)
                .filter(known -> known.process().isAlive())
                .map(ActiveProcess::info);
    }

    OptionalLong memoryBytes() {
        ActiveProcess known = active;
        return known == null ? OptionalLong.empty() : known.process().memoryBytes();
    }

    /** Starts no process any more. */
    synchronized void refuse() {
        closed = true;
    }

    @Override
    public void close() {
        CompletableFuture<WorkerProcess> was = forget();
        if (was != null) {
            was.thenAccept(WorkerProcess::close).exceptionally(failed -> null).join();
        }
    }
}
