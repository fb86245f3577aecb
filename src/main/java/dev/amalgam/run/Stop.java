package dev.amalgam.run;

import org.jspecify.annotations.Nullable;

/**
 * Ends one run, and no other that waits or runs beside it: before it begins or while it goes on. Its unfinished steps
 * become {@link StepFailure.Cancelled}. For use by any thread.
 */
public final class Stop {
    private boolean asked;
    private @Nullable Call call;

    /** Ends the run now, or as soon as it would begin. */
    public synchronized void now() {
        asked = true;
        if (call != null) {
            call.stop(new StepFailure.Cancelled());
        }
    }

    /** Says which call carries out the run. */
    synchronized void ends(Call running) {
        call = running;
        if (asked) {
            running.stop(new StepFailure.Cancelled());
        }
    }
}
