package dev.amalgam.desk;

import dev.amalgam.run.RunOptions;
import dev.amalgam.run.WorkerSettings;

/**
 * How the application runs models.
 *
 * @param worker limits of the process that runs them
 * @param run device, threads and limits of each run
 */
public record DeskSettings(WorkerSettings worker, RunOptions run) {
    /** What suits this machine. */
    public static DeskSettings standard() {
        return new DeskSettings(WorkerSettings.defaults(), RunOptions.DEFAULT);
    }

    /** The same where a person looks on: the window answers first, and models get what it leaves of the processor. */
    public static DeskSettings window() {
        return new DeskSettings(WorkerSettings.defaults().withYields(true), RunOptions.DEFAULT);
    }
}
