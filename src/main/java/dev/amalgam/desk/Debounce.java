package dev.amalgam.desk;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Lets the first of a burst through at once, and of all that follow within a short time only the last, when that is over. For
 * any thread; what is let through must not wait for another thread.
 */
final class Debounce {
    private final Executor later;
    private @Nullable Runnable waiting;
    private boolean inBurst;

    /** @param later runs what it is given after that time */
    Debounce(Executor later) {
        this.later = later;
    }

    void ask(Runnable task) {
        synchronized (this) {
            if (inBurst) {
                waiting = task;
                return;
            }
            inBurst = true;
        }
        later.execute(this::passed);
        task.run();
    }

    private void passed() {
        Runnable next;
        synchronized (this) {
            next = waiting;
            waiting = null;
            inBurst = next != null;
        }
        if (next != null) {
            later.execute(this::passed);
            next.run();
        }
    }
}
