package dev.amalgam.run;

import dev.amalgam.graph.Execution;
import dev.amalgam.graph.Optimisation;
import java.time.Duration;

/**
 * How to run.
 *
 * @param device the name of a {@link Device}; where there is none of that name, the processor runs it and the result says why
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

    /** How an amalgamation asks to be run, within the same limit; these where it does not ask for anything. */
    public RunOptions as(Execution how) {
        return how.equals(Execution.STANDARD)
                ? this
                : new RunOptions(how.device(), how.threads(), how.optimisation(), limit);
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
