package dev.amalgam.run;

import dev.amalgam.tensor.Tensor;
import java.util.Map;

/** Hears how a run goes on, on the thread that called {@link Worker#run}. */
public interface RunListener {
    /** Hears nothing. */
    RunListener NONE = new RunListener() {};

    /** The named step is about to be loaded and run. */
    default void started(String step) {}

    /** A step is done, failed, or did not have to run. */
    default void finished(StepResult result) {}

    /** Fetched values, as soon as they are known, by key. */
    default void values(Map<String, Tensor> values) {}
}
