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
}
