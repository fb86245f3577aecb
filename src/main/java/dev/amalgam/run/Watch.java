package dev.amalgam.run;

import org.jspecify.annotations.Nullable;

/**
 * Looks after the call in flight twenty times a second: seldom enough that a look, which takes the runtime a tenth of a
 * millisecond of its processor, cannot be seen in its times; often enough that memory that runs away is stopped in time. Its
 * thread rests when nothing was called for a second, because waking one for each call would cost more than many a call takes.
 */
final class Watch {
    private static final long LOOK_EVERY_MS = 50;
    private static final int PATIENCE = 20;

    private @Nullable Call current;
    private boolean awake;

    /** Looks after this call from now on. */
    synchronized void begin(Call call) {
        current = call;
        if (!awake) {
            awake = true;
            // A virtual thread would have two others woken for each look.
            Thread.ofPlatform().daemon().name("worker-watch").start(this::watch);
        }
    }

    /** The call is done. */
    synchronized void end() {
        current = null;
    }

    private void watch() {
        try {
            int idle = 0;
            while (idle < PATIENCE || !rest()) {
                Thread.sleep(LOOK_EVERY_MS);
                Call call = current();
                if (call != null) {
                    call.look();
                }
                idle = call == null ? idle + 1 : 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Call current() {
        return current;
    }

    private synchronized boolean rest() {
        awake = current != null;
        return !awake;
    }
}
