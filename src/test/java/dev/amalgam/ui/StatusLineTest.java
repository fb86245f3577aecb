package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.LiveState.Phase;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusLineTest {
    @Test
    void aCompleteRunSaysItsTime() {
        assertThat(StatusLine.run(live(Phase.DONE, OptionalDouble.of(13.42), 0)))
                .isEqualTo("live, 13.4 ms");
    }

    @ParameterizedTest
    @CsvSource({
        "STARTING,starting,busy",
        "RUNNING,running,busy",
        "STOPPING,stopping,busy",
        "PARTLY,partly live,busy",
        "FAILED,needs attention,failed"
    })
    void everyPhaseHasItsWordAndItsTone(Phase phase, String word, String tone) {
        assertThat(StatusLine.run(live(phase, OptionalDouble.empty(), 0))).isEqualTo(word);
        assertThat(StatusLine.tone(phase)).isEqualTo(tone);
    }

    @Test
    void whatHasNothingToRunIsReady() {
        assertThat(StatusLine.run(live(Phase.DONE, OptionalDouble.of(0), 0))).isEqualTo("ready");
    }

    @Test
    void theWorkerSaysItsMemoryOrThatThereIsNone() {
        assertThat(StatusLine.worker(live(Phase.DONE, OptionalDouble.empty(), 214_000_000)))
                .isEqualTo("Worker 214 MB");
        assertThat(StatusLine.worker(live(Phase.STARTING, OptionalDouble.empty(), 0)))
                .isEqualTo("Worker starting");
        assertThat(StatusLine.worker(live(Phase.FAILED, OptionalDouble.empty(), 0)))
                .isEqualTo("Worker not running");
    }

    private static LiveState live(Phase phase, OptionalDouble milliseconds, long bytes) {
        return new LiveState(1, phase, Map.of(), milliseconds, "CPU", "", bytes, "");
    }
}
