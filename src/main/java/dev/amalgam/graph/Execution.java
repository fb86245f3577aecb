package dev.amalgam.graph;

import java.util.regex.Pattern;

/**
 * How a person wants an amalgamation to be run. It changes what is computed in the last bits at most, and travels with the
 * file: where a machine has no such device, it runs on the processor and says so.
 *
 * @param device {@code cpu}, or what else a runtime may have, such as {@code cuda:1}; one that this program does not know is
 *     kept
 * @param threads the threads that one operator may use; 0 lets the runtime decide
 * @param optimisation how far the runtime may rewrite a model before it runs
 */
public record Execution(String device, int threads, Optimisation optimisation) {
    private static final Pattern DEVICE = Pattern.compile("[a-z][a-z0-9-]{0,30}(?::\\d{1,3})?");

    /** The processor, threads as the runtime thinks best, all optimisations. */
    public static final Execution STANDARD = new Execution("cpu", 0, Optimisation.ALL);

    /** More than any machine has. */
    public static final int MOST_THREADS = 1024;

    /** @throws IllegalArgumentException where the device is no name of one, or there are less than no threads or too many */
    public Execution {
        if (!isDevice(device)) {
            throw new IllegalArgumentException("'" + device + "' is no name of a device");
        }
        if (threads < 0 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(threads + " threads are not between 0 and " + MOST_THREADS);
        }
    }

    /** Whether a text may name a device: a small letter, letters, digits and hyphens, and a number behind a colon. */
    public static boolean isDevice(String text) {
        return DEVICE.matcher(text).matches();
    }

    public Execution withDevice(String other) {
        return new Execution(other, threads, optimisation);
    }

    public Execution withThreads(int other) {
        return new Execution(device, other, optimisation);
    }

    public Execution withOptimisation(Optimisation other) {
        return new Execution(device, threads, other);
    }
}
