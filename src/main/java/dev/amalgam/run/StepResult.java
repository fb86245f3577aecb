package dev.amalgam.run;

import java.util.Optional;

/**
 * What became of a step.
 *
 * @param step its name
 * @param ms milliseconds inside the runtime's run call; 0 where nothing ran
 * @param loadMs milliseconds it took to load the model; 0 where it was loaded before
 * @param cached whether nothing had to run, because its values were held from before or nobody needed them
 * @param failure why there are no values, if it failed
 */
public record StepResult(String step, double ms, double loadMs, boolean cached, Optional<StepFailure> failure) {
    static StepResult cached(String step) {
        return new StepResult(step, 0, 0, true, Optional.empty());
    }

    /** A step without values. */
    public static StepResult failed(String step, StepFailure failure) {
        return new StepResult(step, 0, 0, false, Optional.of(failure));
    }
}
