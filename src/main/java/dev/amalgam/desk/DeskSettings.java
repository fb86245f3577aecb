package dev.amalgam.desk;

import dev.amalgam.project.RuntimeLimits;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.WorkerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the application runs models and where it keeps what is the person's.
 *
 * @param worker limits of the process that runs them
 * @param run device, threads and limits of each run
 * @param home the folder for what the program keeps between two starts; empty where it keeps nothing
 * @param autosave how much work a crash may cost at most
 */
public record DeskSettings(WorkerSettings worker, RunOptions run, Optional<Path> home, Duration autosave) {
    private static final Duration AUTOSAVE = Duration.ofSeconds(20);

    /** What suits this machine, keeping nothing. */
    public static DeskSettings standard() {
        return new DeskSettings(WorkerSettings.defaults(), RunOptions.DEFAULT, Optional.empty(), AUTOSAVE);
    }

    /** The same where a person looks on: the window answers first, and models get what it leaves of the processor. */
    public static DeskSettings window() {
        return new DeskSettings(
                WorkerSettings.defaults().withYields(true), RunOptions.DEFAULT, Optional.empty(), AUTOSAVE);
    }

    /** A worker's settings, with what a person chose in place of what suits the machine. */
    static WorkerSettings limited(WorkerSettings usual, RuntimeLimits chosen) {
        WorkerSettings cached = chosen.cacheMegabytes().isPresent()
                ? usual.withCacheBytes((long) chosen.cacheMegabytes().getAsInt() << 20)
                : usual;
        return chosen.stopSeconds().isPresent()
                ? cached.withStopLimit(Duration.ofSeconds(chosen.stopSeconds().getAsInt()))
                : cached;
    }

    /** The same, keeping what it keeps in this folder. */
    public DeskSettings withHome(Path folder) {
        return new DeskSettings(worker, run, Optional.of(folder), autosave);
    }

    /** The same, with what a crash may cost at most. */
    public DeskSettings withAutosave(Duration most) {
        return new DeskSettings(worker, run, home, most);
    }
}
