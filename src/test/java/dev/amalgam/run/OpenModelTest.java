package dev.amalgam.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.onnx.Attributes;
import dev.amalgam.run.OpenModel.Frame;
import dev.amalgam.run.StepFailure.Cancelled;
import dev.amalgam.run.StepFailure.Crashed;
import dev.amalgam.run.StepFailure.OutOfMemory;
import dev.amalgam.run.StepFailure.Refused;
import dev.amalgam.run.StepFailure.TimedOut;
import dev.amalgam.run.StepFailure.WrongInput;
import dev.amalgam.tensor.Tensor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One model on frame after frame, also where some of them go wrong. Nothing here waits for a time to pass. */
@Timeout(120)
class OpenModelTest {
    private static Worker worker;

    @TempDir
    private static Path folder;

    private final Models models = new Models(folder);
    private final List<Frame> heard = new ArrayList<>();

    @BeforeAll
    static void start() {
        worker = Worker.start(WorkerSettings.defaults().withStopLimit(Duration.ofSeconds(20)));
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    private OpenModel open(Path model) {
        return worker.open(model, Set.of("y"), RunOptions.DEFAULT);
    }

    private static Map<String, Tensor> x(float... values) {
        return Map.of("x", Tensor.floats(new long[] {values.length}, values));
    }

    private static Map<String, Tensor> y(float... values) {
        return Map.of("y", Tensor.floats(new long[] {values.length}, values));
    }

    private void run(OpenModel model, List<Map<String, Tensor>> frames) throws RunException {
        assertThat(model.run(frames.iterator(), heard::add, new Stop())).isEqualTo(frames.size());
    }

    @Test
    void answersEveryFrameInItsOrder() throws RunException {
        run(
                open(models.plus(1)),
                IntStream.range(0, 50).mapToObj(i -> x(i, 2 * i)).toList());
        assertThat(heard)
                .extracting(Frame::values)
                .isEqualTo(IntStream.range(0, 50)
                        .mapToObj(i -> y(i + 1, 2 * i + 1))
                        .toList());
        assertThat(heard).allSatisfy(frame -> {
            assertThat(frame.failure()).isEmpty();
            assertThat(frame.device()).isEqualTo("cpu");
            assertThat(frame.ms()).isPositive();
        });
    }

    @Test
    void takesOnlyTheValuesThatAreLookedAt() throws RunException {
        open(models.plus(1))
                .run(
                        List.of(x(1), x(2), x(3)).iterator(),
                        heard::add,
                        () -> heard.size() == 1 ? Set.of("y") : Set.of(),
                        new Stop());
        assertThat(heard).extracting(Frame::values).containsExactly(Map.of(), y(3), Map.of());
        assertThat(heard).allSatisfy(frame -> assertThat(frame.failure()).isEmpty());
    }

    @Test
    void takesFramesOfAnySizeOneAfterTheOther() throws RunException {
        run(open(models.plus(1)), List.of(x(1), x(1, 2, 3), x(), x(5, 6), x(7)));
        assertThat(heard).extracting(Frame::values).containsExactly(y(2), y(2, 3, 4), y(), y(6, 7), y(8));
    }

    @Test
    void outgrowsItsSharedMemory() throws RunException {
        float[] large = new float[3_000_000];
        large[2_999_999] = 4;
        run(open(models.plus(1)), List.of(x(1), x(large), x(2), x(large)));
        assertThat(heard.get(3).values().get("y").floats().get(2_999_999)).isEqualTo(5);
        assertThat(heard.get(3))
                .extracting(Frame::values)
                .isEqualTo(heard.get(1).values());
        assertThat(heard.get(2).values()).isEqualTo(y(3));
    }

    @Test
    void givesAnOutputWhoseSizeDependsOnTheValues() throws RunException {
        Path positive = models.model(
                "positive",
                "float32[N]",
                "float32[M]",
                (scope, x) -> scope.op(
                        "Compress",
                        Attributes.of("axis", 0),
                        x,
                        scope.op("Greater", x, scope.constant(Tensor.scalar(0f)))));
        run(open(positive), List.of(x(1, 2), x(-1, 2), x(-1, -2), x(3, 4), x(5, 6)));
        assertThat(heard).extracting(Frame::values).containsExactly(y(1, 2), y(2), y(), y(3, 4), y(5, 6));
    }

    @Test
    void givesTexts() throws RunException {
        run(open(texts()), List.of(x(1, 2), x(3)));
        assertThat(heard.get(0).values().get("y").strings()).hasSize(2);
        assertThat(heard.get(1).values().get("y").strings())
                .singleElement()
                .asString()
                .startsWith("3");
    }

    private Path texts() {
        return models.model(
                "texts", "float32[N]", "string[N]", (scope, x) -> scope.op("Cast", Attributes.of("to", 8), x));
    }

    @Test
    void givesAnInputAsAnOutput() throws RunException {
        run(open(models.identity("float32")), List.of(x(1), x(2), x(3)));
        assertThat(heard).extracting(Frame::values).containsExactly(y(1), y(2), y(3));
    }

    @Test
    void aFrameThatDoesNotFitDoesNotStopTheNext() throws RunException {
        Map<String, Tensor> whole = Map.of("x", Tensor.longs(new long[] {1}, 3));
        run(open(models.plus(1)), List.of(x(1), whole, x(2), Map.of("z", Tensor.scalar(1f)), x(3)));
        assertThat(heard).extracting(Frame::values).containsExactly(y(2), Map.of(), y(3), Map.of(), y(4));
        assertThat(failure(1)).isInstanceOf(WrongInput.class);
        assertThat(failure(3)).isInstanceOf(Refused.class);
    }

    @Test
    void changesBetweenModelsAndOrdinaryRuns() throws RunException {
        OpenModel one = open(models.plus(1));
        OpenModel two = open(models.plus(2));
        run(one, List.of(x(1)));
        run(two, List.of(x(1)));
        worker.run(
                WorkerTest.request(x(1), List.of(Models.step("s", models.plus(5), "x", "opened")), "opened"),
                RunListener.NONE);
        run(one, List.of(x(2)));
        assertThat(heard).extracting(Frame::values).containsExactly(y(2), y(3), y(3));
    }

    /** Frames without end: they end when somebody else has had the worker meanwhile. */
    @Test
    void othersHaveTheirTurnBetweenTwoFrames() throws Exception {
        CompletableFuture<RunResult> other = new CompletableFuture<>();
        Iterator<Map<String, Tensor>> frames = new Iterator<>() {
            private int asked;

            @Override
            public boolean hasNext() {
                return !other.isDone();
            }

            @Override
            public Map<String, Tensor> next() {
                if (++asked == 3) {
                    Thread.startVirtualThread(() -> runBeside(other));
                }
                return x(asked);
            }
        };
        int answered = open(models.plus(1)).run(frames, heard::add, new Stop());
        assertThat(other.get().values()).isEqualTo(y(6));
        assertThat(heard).hasSize(answered);
        assertThat(heard)
                .extracting(Frame::values)
                .isEqualTo(IntStream.range(0, answered).mapToObj(i -> y(i + 2)).toList());
    }

    private void runBeside(CompletableFuture<RunResult> done) {
        try {
            done.complete(worker.run(
                    WorkerTest.request(x(1), List.of(Models.step("s", models.plus(5), "x", "y")), "y"),
                    RunListener.NONE));
        } catch (RunException e) {
            done.completeExceptionally(e);
        }
    }

    @Test
    void aModelThatIsNoneFailsEachFrame() throws RunException {
        run(open(folder.resolve("gone.onnx")), List.of(x(1), x(2)));
        assertThat(heard).allSatisfy(frame -> assertThat(frame.failure()).containsInstanceOf(Refused.class));
    }

    @Test
    void goesOnWhereSomebodyKillsTheWorker() throws RunException {
        long pid = worker.info().pid();
        OpenModel model = open(models.plus(1));
        Iterator<Map<String, Tensor>> frames = IntStream.range(0, 20)
                .peek(i -> {
                    if (i == 10) {
                        WorkerDeathTest.kill(pid);
                    }
                })
                .mapToObj(i -> x(i))
                .iterator();
        assertThat(model.run(frames, heard::add, new Stop())).isEqualTo(20);
        assertThat(heard)
                .extracting(Frame::values)
                .isEqualTo(IntStream.range(0, 20).mapToObj(i -> y(i + 1)).toList());
        assertThat(worker.info().pid()).isNotEqualTo(pid);
    }

    @Test
    void blamesTheFrameThatCrashesAndNoOther() throws RunException {
        List<String> fragile = List.of("-Xmx32m", "-XX:+ExitOnOutOfMemoryError");
        try (Worker crashing = Worker.start(WorkerSettings.defaults().withJavaOptions(fragile))) {
            OpenModel model = crashing.open(texts(), Set.of("y"), RunOptions.DEFAULT);
            Map<String, Tensor> bad = x(new float[3_000_000]);
            run(model, List.of(x(0), x(0), bad, x(0), bad, bad, x(0), x(0)));
        }
        assertThat(heard)
                .extracting(frame -> frame.failure().isPresent())
                .containsExactly(false, false, true, false, true, true, false, false);
        assertThat(failure(2)).isInstanceOf(Crashed.class);
        assertThat(failure(5)).isInstanceOf(Crashed.class);
    }

    @Test
    void aStopEndsWhatIsOnItsWay() throws RunException {
        Stop stop = new Stop();
        long pid = worker.info().pid();
        Iterator<Map<String, Tensor>> endless =
                Collections.nCopies(9, Map.of("x", Models.square())).iterator();
        Iterator<Map<String, Tensor>> stopping = new Iterator<>() {
            private int asked;

            @Override
            public boolean hasNext() {
                return endless.hasNext();
            }

            @Override
            public Map<String, Tensor> next() {
                // The first is with the worker by now.
                if (++asked == 2) {
                    stop.now();
                }
                return endless.next();
            }
        };
        assertThat(open(models.endless()).run(stopping, heard::add, stop)).isEqualTo(2);
        assertThat(heard).allSatisfy(frame -> assertThat(frame.failure()).contains(new Cancelled()));
        assertThat(worker.info().pid()).isEqualTo(pid);
    }

    @Test
    void aStopBeforehandAsksForNoFrame() throws RunException {
        Stop stop = new Stop();
        stop.now();
        assertThat(open(models.plus(1)).run(List.of(x(1)).iterator(), heard::add, stop))
                .isZero();
        assertThat(heard).isEmpty();
    }

    @Test
    void holdsTheTimeLimitOfAFrame() throws RunException {
        Duration limit = Duration.ofMillis(200);
        worker.info();
        OpenModel model = worker.open(models.endless(), Set.of("y"), RunOptions.DEFAULT.withLimit(limit));
        model.run(Collections.nCopies(9, Map.of("x", Models.square())).iterator(), heard::add, new Stop());
        assertThat(heard)
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(frame.failure()).contains(new TimedOut(limit)));
        assertThat(heard).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void holdsTheMemoryLimitAndGoesOn() throws RunException {
        long limit = 500L << 20;
        try (Worker small =
                Worker.start(WorkerSettings.defaults().withMemoryBytes(limit).withCacheBytes(1 << 20))) {
            OpenModel model = small.open(models.allocating(), Set.of("y"), RunOptions.DEFAULT);
            run(model, List.of(elements(1), elements(1L << 29), elements(2)));
            assertThat(heard).extracting(frame -> frame.failure().isPresent()).containsExactly(false, true, false);
            assertThat(failure(1)).isEqualTo(new OutOfMemory(limit));
        }
    }

    private static Map<String, Tensor> elements(long number) {
        return Map.of("x", Tensor.longs(new long[] {1}, number));
    }

    @Test
    void aFrameThatIsTooLargeIsToldInItsTurn() throws RunException {
        try (Worker narrow = Worker.start(WorkerSettings.defaults().withTransferBytes(8))) {
            OpenModel model = narrow.open(models.plus(1), Set.of("y"), RunOptions.DEFAULT);
            run(model, List.of(x(1, 2, 3), x(1), x(4, 5, 6), x(2), x(3), x(7, 8, 9)));
            assertThat(heard).extracting(Frame::values).containsExactly(Map.of(), y(2), Map.of(), y(3), y(4), Map.of());
            assertThat(failure(2).sentence()).contains("12 bytes", "8");
        }
    }

    @Test
    void isOfUseAfterSomebodyThrew() throws RunException {
        OpenModel model = open(models.plus(1));
        List<Map<String, Tensor>> frames = List.of(x(1), x(2), x(3));
        assertThatThrownBy(() -> model.run(
                        frames.iterator(),
                        frame -> {
                            throw new IllegalStateException("a listener");
                        },
                        new Stop()))
                .hasMessage("a listener");
        run(model, frames);
        assertThat(heard).extracting(Frame::values).containsExactly(y(2), y(3), y(4));
    }

    private StepFailure failure(int frame) {
        return heard.get(frame).failure().orElseThrow();
    }
}
