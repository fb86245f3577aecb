package dev.amalgam.run;

import java.time.Duration;

/**
 * How to run.
 *
 * @param device {@code cpu}, or {@code cuda} with an optional number behind a colon
 * @param threads the threads that one operator may use; 0 lets the runtime decide
 * @param optimisation how far the runtime may rewrite a model before it runs
 * @param limit the longest that one step, or one frame, may take
 */
public record RunOptions(String device, int threads, Optimisation optimisation, Duration limit) {
    /** Processor, threads as the runtime thinks best, all optimisations, a minute. */
    public static final RunOptions DEFAULT = new RunOptions("cpu", 0, Optimisation.ALL, Duration.ofMinutes(1));

    public RunOptions {
        if (threads < 0 || limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("threads " + threads + " or limit " + limit + " is not positive");
        }
    }

    /** Whether both lead to the same values, to the last bit: all counts but the limit. */
    public boolean computesAs(RunOptions other) {
        return equals(other.withLimit(limit));
    }

    public RunOptions withDevice(String other) {
        return new RunOptions(other, threads, optimisation, limit);
    }

    public RunOptions withThreads(int other) {
        return new RunOptions(device, other, optimisation, limit);
    }

    public RunOptions withOptimisation(Optimisation other) {
        return new RunOptions(device, threads, other, limit);
    }

    public RunOptions withLimit(Duration other) {
        return new RunOptions(device, threads, optimisation, other);
    }
}
