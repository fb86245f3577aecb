package dev.amalgam.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.amalgam.graph.Optimisation;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.onnx.WeightFiles;
import dev.amalgam.run.StepFailure.MissingInput;
import dev.amalgam.run.StepFailure.Refused;
import dev.amalgam.run.StepFailure.Skipped;
import dev.amalgam.run.StepFailure.WrongInput;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a healthy worker does. The tests share one; their keys are their own. */
class WorkerTest {
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

    @Test
    void tellsWhatRunsTheModels() throws RunException {
        RuntimeInfo info = worker.info();
        assertThat(info.runtime()).startsWith("ONNX Runtime 1.");
        assertThat(info.djl()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(info.providers()).contains("CPUExecutionProvider");
        assertThat(info.devices()).contains("cpu");
        assertThat(ProcessHandle.of(info.pid())).isPresent();
    }

    @Test
    void neverLoadsTheNativeRuntimeHere() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        if (Files.exists(maps)) {
            assertThat(Files.readString(maps)).doesNotContain("libonnxruntime");
        }
    }

    /** The first is loaded with a packed copy of the weight; then the second comes, and then the first is needed again. */
    @Test
    void modelsThatShareAWeightComputeAsIfTheyDidNot() throws IOException, RunException {
        int side = 600;
        Tensor row = Tensor.floats(new long[] {1, side}, ones(side));
        RunRequest whole = request(
                Map.of("w", row), List.of(Models.step("whole", product("whole", side, 1, false), "w", "wy")), "wy");
        Tensor expected = worker.run(whole, RunListener.NONE).values().get("wy");
        for (int round = 0; round < 3; round++) {
            String in = "row" + round;
            RunRequest both = request(
                    Map.of(in, row),
                    List.of(
                            Models.step("one", product("one", side, 1, true), in, in + "a"),
                            Models.step("two", product("two", side, 2, true), in, in + "b")),
                    in + "a",
                    in + "b");
            RunResult result = worker.run(both, RunListener.NONE);
            assertThat(result.values().get(in + "a")).isEqualTo(expected);
            assertThat(result.values().get(in + "b").floats().get(0))
                    .isEqualTo(expected.floats().get(0) + 1);
        }
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** y = x · w + c; w is larger than what stays in the model. Whole numbers, so that sums are exact in any order. */
    private Path product(String name, int side, float constant, boolean apart) throws IOException {
        float[] weight = new float[side * side];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = i % 7;
        }
        GraphBuilder graph = new GraphBuilder(name);
        TensorType type = TensorType.parse("float32[N," + side + "]");
        Scope scope = graph.scope("test");
        Ref w = scope.constant(Tensor.floats(new long[] {side, side}, weight));
        Ref product = scope.op("MatMul", graph.input("x", type), w);
        graph.output("y", scope.op("Add", product, scope.constant(Tensor.scalar(constant))), type);
        Path file = folder.resolve(name + ".onnx");
        if (!Files.exists(file)) {
            OnnxModel model = graph.build();
            if (apart) {
                assertThat(WeightFiles.write(model, file)).hasSize(1);
            } else {
                model.write(file);
            }
        }
        return file;
    }

    @Test
    void runsAChainAndHoldsItsValues() throws RunException {
        List<Step> chain = List.of(
                Models.step("one", models.plus(1), "chain", "chain1"),
                Models.step("two", models.plus(2), "chain1", "chain2"));
        RunRequest request = request(Map.of("chain", Tensor.floats(new long[] {2}, 10, 20)), chain, "chain2");
        RunResult first = worker.run(request, RunListener.NONE);
        assertThat(first.values()).isEqualTo(Map.of("chain2", Tensor.floats(new long[] {2}, 13, 23)));
        assertThat(first.steps()).extracting(StepResult::step).containsExactly("one", "two");
        assertThat(first.steps()).noneMatch(StepResult::cached);
        assertThat(first.device()).isEqualTo("cpu");

        List<String> started = new ArrayList<>();
        RunResult second = worker.run(request, new RunListener() {
            @Override
            public void started(String step) {
                started.add(step);
            }
        });
        assertThat(started).isEmpty();
        assertThat(second.steps()).allMatch(StepResult::cached);
        assertThat(second.values()).isEqualTo(first.values());
    }

    @Test
    void runsAgainOnlyBelowWhatChanged() throws RunException {
        Step left = Models.step("left", models.plus(1), "L", "L1");
        Step right = Models.step("right", models.plus(1), "R", "R1");
        Tensor value = Tensor.floats(new long[] {1}, 5);
        worker.run(request(Map.of("L", value, "R", value), List.of(left, right), "L1", "R1"), RunListener.NONE);

        Step changed = Models.step("right", models.plus(1), "R'", "R1'");
        RunResult result = worker.run(
                request(
                        Map.of("L", value, "R'", Tensor.floats(new long[] {1}, 7)),
                        List.of(left, changed),
                        "L1",
                        "R1'"),
                RunListener.NONE);
        assertThat(result.step("left").orElseThrow().cached()).isTrue();
        assertThat(result.step("right").orElseThrow().cached()).isFalse();
        assertThat(result.values().get("R1'")).isEqualTo(Tensor.floats(new long[] {1}, 8));
    }

    @ParameterizedTest
    @MethodSource("otherOptions")
    void valuesThatWereComputedOtherwiseAreNotTaken(RunOptions other) throws RunException {
        RunRequest request = request(
                Map.of("how", Tensor.floats(new long[] {1}, 5)),
                List.of(Models.step("one", models.plus(1), "how", "how1")),
                "how1");
        RunRequest otherwise = new RunRequest(request.feeds(), request.steps(), request.fetch(), other);
        worker.run(request, RunListener.NONE);
        assertThat(worker.run(request, RunListener.NONE).steps()).allMatch(StepResult::cached);
        assertThat(worker.run(otherwise, RunListener.NONE).steps()).noneMatch(StepResult::cached);
        assertThat(worker.run(request, RunListener.NONE).steps()).noneMatch(StepResult::cached);
    }

    private static List<RunOptions> otherOptions() {
        return List.of(RunOptions.DEFAULT.withThreads(1), RunOptions.DEFAULT.withOptimisation(Optimisation.NONE));
    }

    @Test
    void runsAgainWhatFellOutOfASmallCache() throws RunException {
        try (Worker small = Worker.start(WorkerSettings.defaults().withCacheBytes(4))) {
            RunRequest request = request(
                    Map.of("x", Tensor.floats(new long[] {2}, 1, 2)),
                    List.of(Models.step("one", models.plus(1), "x", "y"), Models.step("two", models.plus(1), "y", "z")),
                    "z");
            small.run(request, RunListener.NONE);
            RunResult again = small.run(request, RunListener.NONE);
            assertThat(again.steps()).noneMatch(StepResult::cached);
            assertThat(again.values().get("z")).isEqualTo(Tensor.floats(new long[] {2}, 3, 4));
        }
    }

    @Test
    void seesThatAModelFileWasReplaced() throws RunException {
        Path model = models.model("changing", "float32[N]", "float32[N]", (scope, x) -> scope.op("Neg", x));
        Map<String, Tensor> feed = Map.of("c", Tensor.floats(new long[] {1}, 2));
        worker.run(request(feed, List.of(Models.step("s", model, "c", "c1")), "c1"), RunListener.NONE);
        models.model("changing", "float32[N]", "float32[N]", (scope, x) -> scope.op("Mul", x, x));
        RunResult result =
                worker.run(request(feed, List.of(Models.step("s", model, "c", "c2")), "c2"), RunListener.NONE);
        assertThat(result.values().get("c2")).isEqualTo(Tensor.floats(new long[] {1}, 4));
    }

    @Test
    void tellsTheListenerInOrder() throws RunException {
        List<String> heard = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void started(String step) {
                heard.add("started " + step);
            }

            @Override
            public void finished(StepResult result) {
                heard.add("finished " + result.step());
            }

            @Override
            public void values(Map<String, Tensor> values) {
                heard.add("values " + values.keySet());
            }
        };
        worker.run(
                request(
                        Map.of("h", one()),
                        List.of(
                                Models.step("a", models.plus(1), "h", "h1"),
                                Models.step("b", models.plus(1), "h1", "h2")),
                        "h1",
                        "h2"),
                listener);
        assertThat(heard)
                .containsExactly("started a", "values [h1]", "finished a", "started b", "values [h2]", "finished b");
    }

    @Test
    void staysUsableAfterAListenerThrew() throws RunException {
        RunRequest request = request(Map.of("t", one()), List.of(Models.step("a", models.plus(1), "t", "t1")), "t1");
        RunListener broken = new RunListener() {
            @Override
            public void started(String step) {
                throw new IllegalStateException("broken listener");
            }
        };
        assertThatThrownBy(() -> worker.run(request, broken)).hasMessage("broken listener");
        assertThat(worker.run(request, RunListener.NONE).values()).containsKey("t1");
    }

    @Test
    void passesAFeedThatIsAnOutputThrough() throws RunException {
        GraphBuilder graph = new GraphBuilder("through");
        TensorType type = TensorType.parse("float32[N]");
        Ref x = graph.input("x", type);
        graph.output("y", x, type);
        Step step = Models.step("through", models.write("through", graph), "p", "p1");
        Tensor value = Tensor.floats(new long[] {2}, 1, 2);
        worker.run(request(Map.of("p", value), List.of(step), "p1"), RunListener.NONE);
        // Another feed takes the place of the first in shared memory; the held value must not change with it.
        worker.run(
                request(
                        Map.of("q", Tensor.floats(new long[] {2}, 8, 9)),
                        List.of(Models.step("other", models.plus(1), "q", "q1")),
                        "q1"),
                RunListener.NONE);
        RunResult again = worker.run(request(Map.of("p", value), List.of(step), "p1"), RunListener.NONE);
        assertThat(again.step("through").orElseThrow().cached()).isTrue();
        assertThat(again.values().get("p1")).isEqualTo(value);
    }

    @Test
    void returnsAFeedThatIsFetched() throws RunException {
        assertThat(worker.run(request(Map.of("f", one()), List.of(), "f"), RunListener.NONE)
                        .values())
                .isEqualTo(Map.of("f", one()));
    }

    @Test
    void reportsTheTypesOfAModel() throws RunException {
        Path model = models.model("typed", "float32[N,3,H,W]", "float32[?,?]", (scope, x) -> scope.op("Flatten", x));
        Map<String, TensorType> types = worker.types(model);
        assertThat(types.get("x")).hasToString("float32[N,3,H,W]");
        assertThat(types.get("y").shape().rank()).hasValue(2);
    }

    @Test
    void saysWhyAModelIsRefused() throws IOException, RunException {
        Path junk = Files.writeString(folder.resolve("junk.onnx"), "this is not a model");
        Step bad = Models.step("bad", junk, "r", "r1");
        Step below = Models.step("below", models.plus(1), "r1", "r2");
        Step beside = Models.step("beside", models.plus(1), "r", "r3");
        RunResult result =
                worker.run(request(Map.of("r", one()), List.of(bad, below, beside), "r2", "r3"), RunListener.NONE);
        assertThat(failure(result, "bad"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.message())
                                .contains("junk.onnx")
                                .doesNotContain("Error code"));
        assertThat(failure(result, "below")).isEqualTo(new Skipped("bad"));
        assertThat(result.values()).containsOnlyKeys("r3");
        assertThat(result.rootFailures()).extracting(StepResult::step).containsExactly("bad");
        assertThatThrownBy(() -> worker.types(junk)).isInstanceOf(RunException.class);
    }

    @Test
    void saysThatAModelIsMissing() throws RunException {
        Step step = Models.step("gone", folder.resolve("gone.onnx"), "g", "g1");
        RunResult result = worker.run(request(Map.of("g", one()), List.of(step), "g1"), RunListener.NONE);
        assertThat(failure(result, "gone").sentence()).contains("no model at").contains("gone.onnx");
        RunException types = catchThrowableOfType(RunException.class, () -> worker.types(folder.resolve("gone.onnx")));
        assertThat(types).hasMessageContaining("no model at");
    }

    @Test
    void blamesTheTwinOfAFailedStepOnIt() throws IOException, RunException {
        Path junk = Files.writeString(folder.resolve("twin.onnx"), "junk");
        Step bad = Models.step("bad", junk, "w", "w1");
        Step twin = Models.step("twin", junk, "w", "w1");
        RunResult result = worker.run(request(Map.of("w", one()), List.of(bad, twin), "w1"), RunListener.NONE);
        assertThat(failure(result, "twin")).isEqualTo(new Skipped("bad"));
    }

    @Test
    void namesTheDimensionThatDisagrees() throws RunException {
        Path model = models.model("sized", "float32[N,3]", "float32[N,3]", (scope, x) -> scope.op("Neg", x));
        Step step = Models.step("sized", model, "d", "d1");
        Tensor wrong = Tensor.floats(new long[] {1, 2}, 1, 2);
        RunResult result = worker.run(request(Map.of("d", wrong), List.of(step), "d1"), RunListener.NONE);
        assertThat(failure(result, "sized"))
                .isEqualTo(new WrongInput("x", OptionalInt.of(1), "float32[N,3]", "float32[1,2]"));
    }

    @Test
    void namesTheElementTypesThatDisagree() throws RunException {
        Step step = Models.step("typed", models.plus(1), "e", "e1");
        RunResult result = worker.run(
                request(Map.of("e", Tensor.longs(new long[] {1}, 1)), List.of(step), "e1"), RunListener.NONE);
        assertThat(failure(result, "typed"))
                .isEqualTo(new WrongInput("x", OptionalInt.empty(), "float32[N]", "int64[1]"));
    }

    @Test
    void namesTheNumbersOfAxesThatDisagree() throws RunException {
        Step step = Models.step("ranked", models.plus(1), "a", "a1");
        RunResult result = worker.run(
                request(Map.of("a", Tensor.floats(new long[] {1, 1}, 1)), List.of(step), "a1"), RunListener.NONE);
        assertThat(failure(result, "ranked"))
                .isEqualTo(new WrongInput("x", OptionalInt.empty(), "float32[N]", "float32[1,1]"));
    }

    @Test
    void noticesAnInputWithoutAValue() throws RunException {
        Step step = new Step("open", models.plus(1), Map.of(), Map.of("y", "o1"));
        RunResult result = worker.run(request(Map.of(), List.of(step), "o1"), RunListener.NONE);
        assertThat(failure(result, "open")).isEqualTo(new MissingInput("x", "float32[N]"));
    }

    @Test
    void namesAnInputAndAnOutputThatTheModelDoesNotHave() throws RunException {
        Step in = new Step("in", models.plus(1), Map.of("x", "u", "z", "u"), Map.of("y", "u1"));
        Step out = new Step("out", models.plus(1), Map.of("x", "u"), Map.of("q", "u2"));
        RunResult result = worker.run(request(Map.of("u", one()), List.of(in, out), "u1", "u2"), RunListener.NONE);
        assertThat(failure(result, "in").sentence()).contains("no input 'z'").contains("x");
        assertThat(failure(result, "out").sentence()).contains("no output 'q'").contains("y");
    }

    @Test
    void reportsAFailureInsideAModel() throws RunException {
        Path model = models.model(
                "reshape",
                "float32[N]",
                "float32[?]",
                (scope, x) -> scope.op("Reshape", x, scope.constant(Tensor.longs(new long[] {1}, 7))));
        Step step = Models.step("reshape", model, "i", "i1");
        RunResult result = worker.run(request(Map.of("i", one()), List.of(step), "i1"), RunListener.NONE);
        assertThat(failure(result, "reshape")).isInstanceOf(Refused.class);
        assertThat(failure(result, "reshape").sentence()).contains("Reshape");
    }

    @Test
    void fallsBackToTheProcessorAndSaysWhy() throws RunException {
        for (String device : List.of("cuda:99", "tpu")) {
            RunRequest request = new RunRequest(
                    Map.of("v", one()),
                    List.of(Models.step("v", models.plus(1), "v", "v1")),
                    Set.of("v1"),
                    RunOptions.DEFAULT.withDevice(device));
            RunResult result = worker.run(request, RunListener.NONE);
            assertThat(result.device()).isEqualTo("cpu");
            assertThat(result.deviceNote().orElseThrow()).startsWith("Runs on the processor: ");
            assertThat(result.values()).containsKey("v1");
        }
    }

    @Test
    void refusesMoreThanMayBeTransferred() {
        Tensor large = Tensor.bytes(new long[] {2 << 20}, new byte[2 << 20]);
        try (Worker narrow = Worker.start(WorkerSettings.defaults().withTransferBytes(1 << 20))) {
            RunException refused = catchThrowableOfType(
                    RunException.class,
                    () -> narrow.run(request(Map.of("x", large), List.of(), "x"), RunListener.NONE));
            assertThat(refused).hasMessageContaining("1048576");
            Step grows = Models.step(
                    "grows",
                    models.model(
                            "grows",
                            "float32[N]",
                            "float32[?]",
                            (scope, x) -> scope.op("Expand", x, scope.constant(Tensor.longs(new long[] {1}, 1 << 20)))),
                    "x",
                    "y");
            RunResult result = narrow.run(request(Map.of("x", one()), List.of(grows), "y"), RunListener.NONE);
            assertThat(failure(result, "grows").sentence()).contains("1048576");
        } catch (RunException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void refusesToWorkOnceClosed() {
        Worker closed = Worker.start(WorkerSettings.defaults());
        closed.close();
        assertThatThrownBy(closed::info).isInstanceOf(RunException.class).hasMessageContaining("closed");
    }

    private static Tensor one() {
        return Tensor.floats(new long[] {1}, 1);
    }

    static RunRequest request(Map<String, Tensor> feeds, List<Step> steps, String... fetch) {
        return new RunRequest(feeds, steps, Set.of(fetch), RunOptions.DEFAULT);
    }

    static StepFailure failure(RunResult result, String step) {
        return result.step(step).flatMap(StepResult::failure).orElseThrow();
    }
}
