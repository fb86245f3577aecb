package dev.amalgam.run;

import static dev.amalgam.run.WorkerTest.failure;
import static dev.amalgam.run.WorkerTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.amalgam.run.StepFailure.Cancelled;
import dev.amalgam.run.StepFailure.Crashed;
import dev.amalgam.run.StepFailure.Hung;
import dev.amalgam.run.StepFailure.OutOfMemory;
import dev.amalgam.run.StepFailure.Skipped;
import dev.amalgam.run.StepFailure.TimedOut;
import dev.amalgam.tensor.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens when the worker is stopped, killed, or never was one. Nothing here waits for a time to pass. */
@Timeout(120)
class WorkerDeathTest {
    @TempDir
    private Path folder;

    private List<Path> before = List.of();

    private Models models;
    private Worker worker;

    @BeforeEach
    void start() throws IOException {
        // Tests of other classes in this process may have workers of their own.
        before = scratches(ProcessHandle.current().pid());
        models = new Models(folder);
        worker = Worker.start(WorkerSettings.defaults().withStopLimit(Duration.ofSeconds(20)));
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void cancelsALongModelAndKeepsTheProcess() throws RunException {
        long before = worker.info().pid();
        RunResult result = worker.run(endless(RunOptions.DEFAULT), whenStarted("long", worker::cancel));
        assertThat(failure(result, "long")).isEqualTo(new Cancelled());
        assertThat(failure(result, "below")).isInstanceOfAny(Cancelled.class, Skipped.class);
        assertThatItWorks();
        assertThat(worker.info().pid()).isEqualTo(before);
    }

    @Test
    void killsWhatDoesNotStop() throws RunException {
        try (Worker strict = Worker.start(WorkerSettings.defaults().withStopLimit(Duration.ZERO))) {
            Tensor square = Tensor.floats(new long[] {4096, 4096}, new float[4096 * 4096]);
            RunRequest request =
                    request(Map.of("x", square), List.of(Models.step("long", models.products(), "x", "y")), "y");
            long pid = strict.info().pid();
            RunResult result = strict.run(
                    request,
                    whenStarted(
                            "long",
                            () -> Thread.startVirtualThread(() -> {
                                waitUntilItComputes(pid);
                                strict.cancel();
                            })));
            assertThat(failure(result, "long")).isEqualTo(new Hung(Duration.ZERO));
        }
    }

    @Test
    void whatIsKilledWhileItsModelIsLoadedIsNotToBlame() throws RunException {
        try (Worker strict = Worker.start(WorkerSettings.defaults().withStopLimit(Duration.ZERO))) {
            long before = strict.info().pid();
            // The runtime cannot be stopped while it loads a model.
            Map<String, Tensor> feeds = Map.of("x", Tensor.floats(new long[] {1}, 1));
            RunRequest request = request(feeds, List.of(Models.step("long", models.slowToLoad(), "x", "y")), "y");
            RunResult result = strict.run(request, whenStarted("long", strict::cancel));
            assertThat(failure(result, "long")).isEqualTo(new Cancelled());
            assertThat(strict.info().pid()).isNotEqualTo(before);
        }
    }

    @Test
    void triesAgainAfterSomebodyKilledTheProcess() throws RunException {
        long before = worker.info().pid();
        Step step = Models.step("step", models.plus(1), "s", "s1");
        RunRequest request = request(Map.of("s", Tensor.floats(new long[] {1}, 1)), List.of(step), "s1");
        RunResult result = worker.run(request, whenStarted("step", () -> kill(before)));
        assertThat(result.step("step").orElseThrow().failure()).isEmpty();
        assertThat(result.values()).containsOnlyKeys("s1");
        assertThat(worker.info().pid()).isNotEqualTo(before);
    }

    @Test
    void blamesWhatIsKilledTwiceAndGoesOnWithTheRest() throws RunException {
        long before = worker.info().pid();
        Step first = Models.step("first", models.plus(1), "s", "s1");
        Step last = Models.step("last", models.plus(2), "s", "s2");
        RunRequest all = new RunRequest(
                Map.of("x", Models.square(), "s", Tensor.floats(new long[] {1}, 1)),
                List.of(first, Models.step("long", models.endless(), "x", "y"), last),
                Set.of("s1", "y", "s2"),
                RunOptions.DEFAULT);
        RunResult result = worker.run(all, whenStarted("long", this::killPresent));
        assertThat(failure(result, "long"))
                .isInstanceOfSatisfying(
                        Crashed.class, crashed -> assertThat(crashed.how()).isEqualTo("SIGKILL"));
        assertThat(result.values()).containsOnlyKeys("s1", "s2");
        assertThat(result.step("first").orElseThrow().failure()).isEmpty();
        assertThat(result.step("last").orElseThrow().failure()).isEmpty();
        assertThatItWorks();
        assertThat(worker.info().pid()).isNotEqualTo(before);
    }

    @Test
    void startsAgainAfterAnIdleDeath() throws RunException {
        long before = worker.info().pid();
        kill(before);
        assertThatItWorks();
        assertThat(worker.info().pid()).isNotEqualTo(before);
    }

    @Test
    void holdsTheTimeLimit() throws RunException {
        Duration limit = Duration.ofMillis(200);
        worker.info();
        RunResult result = worker.run(endless(RunOptions.DEFAULT.withLimit(limit)), RunListener.NONE);
        assertThat(failure(result, "long")).isEqualTo(new TimedOut(limit));
        assertThatItWorks();
    }

    @Test
    void goesOnWithTheRestAfterWhatTookTooLong() throws RunException {
        Duration limit = Duration.ofSeconds(3);
        Map<String, Tensor> feeds = Map.of("x", Models.square(), "s", Tensor.floats(new long[] {1}, 1));
        List<Step> steps = List.of(
                Models.step("first", models.plus(1), "s", "s1"),
                Models.step("long", models.endless(), "x", "y"),
                Models.step("last", models.plus(2), "s", "s2"));
        // What is not to blame is loaded already, and takes no time.
        worker.run(
                request(
                        Map.of("t", Tensor.floats(new long[] {1}, 1)),
                        List.of(
                                Models.step("first", models.plus(1), "t", "t1"),
                                Models.step("last", models.plus(2), "t", "t2")),
                        "t1",
                        "t2"),
                RunListener.NONE);
        RunRequest request = new RunRequest(feeds, steps, Set.of("s1", "y", "s2"), RunOptions.DEFAULT.withLimit(limit));
        RunResult result = worker.run(request, RunListener.NONE);
        assertThat(failure(result, "long")).isEqualTo(new TimedOut(limit));
        assertThat(result.values()).containsOnlyKeys("s1", "s2");
    }

    @Test
    void holdsTheMemoryLimitAndGoesOnWithTheRest() throws RunException {
        long limit = 500L << 20;
        try (Worker small =
                Worker.start(WorkerSettings.defaults().withMemoryBytes(limit).withCacheBytes(1 << 20))) {
            Step greedy = Models.step("greedy", models.allocating(), "n", "sum");
            Step modest = Models.step("modest", models.plus(1), "s", "s1");
            RunRequest request = request(
                    Map.of("n", Tensor.longs(new long[] {1}, 1L << 29), "s", Tensor.floats(new long[] {1}, 1)),
                    List.of(greedy, modest),
                    "sum",
                    "s1");
            RunResult result = small.run(request, RunListener.NONE);
            assertThat(failure(result, "greedy")).isEqualTo(new OutOfMemory(limit));
            assertThat(result.values()).containsOnlyKeys("s1");
        }
    }

    @Test
    void reportsAPathWithoutAWorker() {
        RunException refused = startWith(folder.toString());
        assertThat(refused).hasMessageContaining("did not start").hasMessageContaining("WorkerMain");
    }

    @Test
    void survivesGarbageOnThePipe() throws IOException {
        String garbage = "package dev.amalgam.run.worker; public class WorkerMain { public static void main(String[] a)"
                + " throws Exception { while (true) System.out.println(\"garbage\"); } }";
        Path source = Files.writeString(folder.resolve("WorkerMain.java"), garbage);
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        assertThat(startWith(folder.toString())).hasMessageContaining("did not start");
    }

    private static RunException startWith(String classPath) {
        try (Worker broken = Worker.start(WorkerSettings.defaults().withClassPath(classPath))) {
            return catchThrowableOfType(RunException.class, broken::info);
        }
    }

    @Test
    void leavesNoFileAndNoProcess() throws RunException, IOException {
        long pid = worker.info().pid();
        assertThatItWorks();
        worker.close();
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(scratches(ProcessHandle.current().pid())).isSubsetOf(before);
    }

    @Test
    void diesWithItsParent() throws Exception {
        ProcessBuilder start = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName());
        Process parent = start.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader said = parent.inputReader(StandardCharsets.UTF_8)) {
            long child = Long.parseLong(said.readLine());
            assertThat(isRunning(child)).isTrue();
            parent.destroyForcibly().waitFor();
            while (isRunning(child) || !scratches(parent.pid()).isEmpty()) {
                Thread.sleep(10);
            }
        } finally {
            parent.destroyForcibly();
        }
    }

    /** A parent that never closes its worker. */
    static final class Parent {
        public static void main(String[] args) throws Exception {
            System.out.println(Worker.start(WorkerSettings.defaults()).info().pid());
            Thread.currentThread().join();
        }
    }

    /** A process whose end nobody asked for yet is not running either. */
    private static boolean isRunning(long pid) throws IOException {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (Files.exists(Path.of("/proc/self/stat"))) {
            try {
                return !Files.readString(stat).contains(") Z");
            } catch (IOException gone) {
                return false;
            }
        }
        return ProcessHandle.of(pid).isPresent();
    }

    private static List<Path> scratches(long owner) throws IOException {
        List<Path> found = new java.util.ArrayList<>();
        for (Path place : List.of(Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir")))) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> all = Files.list(place)) {
                    all.filter(path -> path.getFileName().toString().startsWith("amalgam-worker-" + owner + "-"))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private RunRequest endless(RunOptions options) {
        return new RunRequest(
                Map.of("x", Models.square()),
                List.of(
                        Models.step("long", models.endless(), "x", "y"),
                        Models.step("below", models.endless(), "y", "z")),
                Set.of("z"),
                options);
    }

    private void assertThatItWorks() throws RunException {
        RunRequest request = request(
                Map.of("ok", Tensor.floats(new long[] {1}, 1)),
                List.of(Models.step("ok", models.plus(1), "ok", "ok1")),
                "ok1");
        assertThat(worker.run(request, RunListener.NONE).values())
                .isEqualTo(Map.of("ok1", Tensor.floats(new long[] {1}, 2)));
    }

    private void killPresent() {
        try {
            kill(worker.info().pid());
        } catch (RunException e) {
            throw new AssertionError(e);
        }
    }

    static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Loading such a model takes no time. */
    private static void waitUntilItComputes(long pid) {
        Duration enough = processorTime(pid).plusSeconds(2);
        while (processorTime(pid).compareTo(enough) < 0) {
            Thread.onSpinWait();
        }
    }

    private static Duration processorTime(long pid) {
        return ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElseThrow();
    }

    private static RunListener whenStarted(String wanted, Runnable action) {
        return new RunListener() {
            @Override
            public void started(String step) {
                if (step.equals(wanted)) {
                    action.run();
                }
            }
        };
    }
}
