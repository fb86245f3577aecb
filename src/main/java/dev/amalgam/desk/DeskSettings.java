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
 * @param debounce the least time between two runs that changes ask for
 * @param showEvery the least time between two played frames that are shown
 */
public record DeskSettings(
        WorkerSettings worker,
        RunOptions run,
        Optional<Path> home,
        Duration autosave,
        Duration debounce,
        Duration showEvery) {
    private static final Duration AUTOSAVE = Duration.ofSeconds(20);
    private static final Duration DEBOUNCE = Duration.ofMillis(60);
    private static final Duration SHOW_EVERY = Duration.ofMillis(66);

    /** The usual times. */
    public DeskSettings(WorkerSettings worker, RunOptions run, Optional<Path> home, Duration autosave) {
        this(worker, run, home, autosave, DEBOUNCE, SHOW_EVERY);
    }

    /** What suits this machine, keeping nothing. */
    public static DeskSettings standard() {
        return with(WorkerSettings.defaults());
    }

    /** The same where a person looks on: the window answers first, and models get what it leaves of the processor. */
    public static DeskSettings window() {
        return with(WorkerSettings.defaults().withYields(true));
    }

    private static DeskSettings with(WorkerSettings worker) {
        return new DeskSettings(worker, RunOptions.DEFAULT, Optional.empty(), AUTOSAVE);
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
        return new DeskSettings(worker, run, Optional.of(folder), autosave, debounce, showEvery);
    }

    /** The same, with what a crash may cost at most. */
    public DeskSettings withAutosave(Duration most) {
        return new DeskSettings(worker, run, home, most, debounce, showEvery);
    }
}
