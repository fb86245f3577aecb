package dev.amalgam.project;

import java.util.OptionalInt;

/**
 * What a person lets the process that runs models use; what is empty is chosen to suit the machine.
 *
 * @param cacheMegabytes how much memory values of earlier steps may take, above 0
 * @param stopSeconds how long a run that is stopped may take to end by itself before its process is ended, above 0
 */
public record RuntimeLimits(OptionalInt cacheMegabytes, OptionalInt stopSeconds) {
    /** As it suits the machine. */
    public static final RuntimeLimits STANDARD = new RuntimeLimits(OptionalInt.empty(), OptionalInt.empty());

    public RuntimeLimits withCacheMegabytes(OptionalInt most) {
        return new RuntimeLimits(most, stopSeconds);
    }

    public RuntimeLimits withStopSeconds(OptionalInt most) {
        return new RuntimeLimits(cacheMegabytes, most);
    }
}
