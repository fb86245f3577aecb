package dev.amalgam.run.engine;

import dev.amalgam.compile.Region;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.StepFailure;
import dev.amalgam.run.StepResult;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What brought the runtime down, so that it is not tried again with every edit and every photo: only once it is another
 * model, has other numbers, runs otherwise, or somebody asks for it. For any number of threads.
 */
final class Quarantine {
    private record Suspect(String model, Object dials, RunOptions how) {}

    private final Map<Suspect, StepFailure> known = new ConcurrentHashMap<>();

    /** What a part did to the runtime before, if it did. */
    Optional<StepFailure> of(Region part, RunOptions options) {
        return Optional.ofNullable(known.get(suspect(part, options)));
    }

    /** Remembers a part that crashed the runtime, hung, or took more memory or time than it may. */
    void note(Region part, StepResult result, RunOptions options) {
        result.failure().filter(Quarantine::isHarmful).ifPresent(failure -> known.put(suspect(part, options), failure));
    }

    /** Everything may be tried again. */
    void lift() {
        known.clear();
    }

    private static Suspect suspect(Region part, RunOptions options) {
        return new Suspect(part.modelKey(), part.dials().keySet(), options.withLimit(RunOptions.DEFAULT.limit()));
    }

    private static boolean isHarmful(StepFailure failure) {
        return switch (failure) {
            case StepFailure.Crashed _, StepFailure.Hung _, StepFailure.OutOfMemory _, StepFailure.TimedOut _ -> true;
            case StepFailure.Refused _,
                    StepFailure.Cancelled _,
                    StepFailure.MissingInput _,
                    StepFailure.WrongInput _,
                    StepFailure.Skipped _ -> false;
        };
    }
}
