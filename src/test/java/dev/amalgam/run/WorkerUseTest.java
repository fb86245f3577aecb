package dev.amalgam.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.tensor.Tensor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person allows the worker while it works. */
class WorkerUseTest {
    @TempDir
    private Path folder;

    @Test
    void anotherCacheIsAnotherProcessAndAnotherLimitOfWaitingIsNot() throws RunException {
        WorkerSettings settings = WorkerSettings.defaults();
        try (Worker worker = Worker.start(settings)) {
            long first = worker.info().pid();
            worker.use(settings.withStopLimit(Duration.ofSeconds(30)));
            assertThat(worker.info().pid()).isEqualTo(first);
            worker.use(settings.withCacheBytes(64 << 20));
            assertThat(worker.info().pid()).isNotEqualTo(first);
            assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(run(worker)).isEqualTo(Tensor.floats(new long[] {1}, 5));
        }
    }

    @Test
    void aWorkerThatIsClosedStartsNoOther() {
        Worker worker = Worker.start(WorkerSettings.defaults());
        worker.close();
        worker.use(WorkerSettings.defaults().withCacheBytes(1 << 20));
        assertThat(worker.memoryBytes()).isEmpty();
        assertThatThrownBy(worker::info).isInstanceOf(RunException.class);
    }

    private Tensor run(Worker worker) throws RunException {
        Step step = Models.step("plus", new Models(folder).plus(2), "in", "out");
        RunRequest request = new RunRequest(
                Map.of("in", Tensor.floats(new long[] {1}, 3)), List.of(step), Set.of("out"), RunOptions.DEFAULT);
        return worker.run(request, RunListener.NONE).values().get("out");
    }
}
