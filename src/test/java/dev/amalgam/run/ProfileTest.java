package dev.amalgam.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runtime's own profile, through the worker. */
@Timeout(120)
class ProfileTest {
    private static Worker worker;

    @TempDir
    private static Path folder;

    private final Models models = new Models(folder);

    @BeforeAll
    static void start() {
        worker = Worker.start(WorkerSettings.defaults());
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    private static Profile profile(Path model, Tensor x, Stop stop) throws RunException {
        return Profile.of(
                new Profile.Request(model, Map.of("x", x), Set.of("y"), 2, 3),
                worker,
                RunOptions.DEFAULT,
                _ -> {},
                stop);
    }

    @Test
    void tellsWhatEachOperatorTookAndHowFarItIs() throws RunException {
        List<Integer> done = new ArrayList<>();
        Profile profile = Profile.of(
                new Profile.Request(
                        models.plus(1), Map.of("x", Tensor.floats(new long[] {2}, 1, 2)), Set.of("y"), 2, 3),
                worker,
                RunOptions.DEFAULT,
                done::add,
                new Stop());
        assertThat(profile.operators()).extracting(OperatorTime::type).containsExactly("Add");
        assertThat(profile.operators()).extracting(OperatorTime::name).containsExactly("test/Add");
        assertThat(profile.runs()).hasSize(3);
        assertThat(profile.device()).isEqualTo("cpu");
        assertThat(done).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void whatDoesNotFitIsRefusedAndTheWorkerGoesOn() throws RunException {
        assertThatThrownBy(() -> profile(models.plus(2), Tensor.scalar(1), new Stop()))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("'x'");
        assertThat(profile(models.plus(2), Tensor.floats(new long[] {1}, 1), new Stop())
                        .operators())
                .hasSize(1);
    }

    @Test
    void isStoppedInTheMiddleOfARun() {
        Stop stop = new Stop();
        assertThatThrownBy(() -> Profile.of(
                        new Profile.Request(
                                models.plus(3),
                                Map.of("x", Tensor.floats(new long[] {1}, 1)),
                                Set.of("y"),
                                0,
                                1_000_000),
                        worker,
                        RunOptions.DEFAULT,
                        _ -> stop.now(),
                        stop))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("stopped");
    }
}
