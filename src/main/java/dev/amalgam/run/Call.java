package dev.amalgam.run;

import dev.amalgam.run.channel.ToWorker;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One request in flight, and the watch over it: whoever wants it to end says why; the process is asked to stop, and killed
 * where it does not. The thread that made the call only ever waits for the process.
 */
final class Call {
    private final int id;
    private final WorkerSettings settings;
    private final Duration limit;
    private long start = System.nanoTime();
    private boolean paused;
    private boolean over;
    private long stopAt = Long.MAX_VALUE;
    private boolean hung;
    private @Nullable StepFailure reason;
    private @Nullable WorkerProcess process;

    Call(int id, WorkerSettings settings, Duration limit) {
        this.id = id;
        this.settings = settings;
        this.limit = limit;
    }

    int id() {
        return id;
    }

    /** Says which process works on it from now on. */
    synchronized void on(WorkerProcess working) {
        process = working;
        if (reason != null) {
            ask(working);
        }
    }

    /** Does not count the time that others take. */
    synchronized void pause() {
        paused = true;
    }

    /** Another step or frame begins, which has all the time again. */
    synchronized void renew() {
        paused = false;
        start = System.nanoTime();
    }

    /** Why it was stopped from outside, if it was. */
    synchronized Optional<StepFailure> reason() {
        return Optional.ofNullable(reason);
    }

    /** The same as the worker tells it, which only knows that it was stopped; the call knows why. */
    StepFailure reason(StepFailure told) {
        return told instanceof StepFailure.Cancelled ? reason().orElse(told) : told;
    }

    /** Whether it ends because a step took too long, which says nothing of the others. */
    synchronized boolean isTimedOut() {
        return reason instanceof StepFailure.TimedOut;
    }

    /** Whether its process was killed because it did not stop when it was asked to. */
    synchronized boolean isHung() {
        return hung;
    }

    /** That it did not stop, as a failure of what it was busy with. */
    StepFailure hanging() {
        return new StepFailure.Hung(settings.stopLimit());
    }

    /** Forgets what speaks against one step only, so that what does not depend on that step can go on. */
    synchronized void forgive() {
        if (reason instanceof StepFailure.OutOfMemory || reason instanceof StepFailure.TimedOut) {
            reason = null;
            stopAt = Long.MAX_VALUE;
            hung = false;
            process = null;
            paused = true;
        }
    }

    /** It is done. */
    synchronized void end() {
        over = true;
    }

    /** Asks the process to stop. */
    synchronized void stop(StepFailure why) {
        if (reason != null || over) {
            return;
        }
        reason = why;
        stopAt = System.nanoTime();
        if (process != null) {
            ask(process);
        }
    }

    /** Stops at once, by killing the process. */
    synchronized void kill(StepFailure why) {
        stop(why);
        if (process != null) {
            process.kill();
        }
    }

    /** On a thread of its own: if the process does not read, the watch must go on. */
    private void ask(WorkerProcess working) {
        Thread.startVirtualThread(() -> {
            try {
                working.send(new ToWorker.Stop(id));
            } catch (IOException e) {
                working.kill();
            }
        });
    }

    /** What the watch does every few milliseconds. */
    synchronized void look() {
        WorkerProcess working = process;
        if (over || working == null) {
            return;
        }
        OptionalLong memory = working.memoryBytes();
        if (memory.isPresent() && memory.getAsLong() > settings.memoryBytes()) {
            reason = reason == null ? new StepFailure.OutOfMemory(settings.memoryBytes()) : reason;
            working.kill();
        } else if (stopAt == Long.MAX_VALUE && !paused && elapsed(start) > limit.toNanos()) {
            stop(new StepFailure.TimedOut(limit));
        } else if (stopAt != Long.MAX_VALUE
                && elapsed(stopAt) > settings.stopLimit().toNanos()) {
            hung = true;
            working.kill();
        }
    }

    private static long elapsed(long since) {
        return System.nanoTime() - since;
    }
}
