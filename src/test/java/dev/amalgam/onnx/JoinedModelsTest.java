package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.run.RunListener;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.RunRequest;
import dev.amalgam.run.RunResult;
import dev.amalgam.run.Step;
import dev.amalgam.run.Worker;
import dev.amalgam.run.WorkerSettings;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever models are joined, in either form, and taken apart again: the runtime gives the same bits. */
class JoinedModelsTest {
    private static final TensorType VECTOR = TensorType.parse("float32[4]");
    private static final Tensor X = Tensor.floats(new long[] {4}, 0.25f, -1, 3, 0.5f);

    @TempDir
    private static Path folder;

    private static Worker worker;

    @BeforeAll
    static void start() {
        worker = Worker.start(WorkerSettings.defaults());
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void joinedOrApartTheyAnswerAlike(int seed) throws Exception {
        OnnxModel first = RandomModel.of(3L * seed, 8);
        OnnxModel second = RandomModel.of(3L * seed + 1, 8);
        OnnxModel third = RandomModel.of(3L * seed + 2, 6);
        Tensor middle = run(first, X, "y");
        Tensor expected = run(third, run(second, middle, "y"), "y");

        List<OnnxModel> parts = List.of(first, second, third);
        Joined inlined = joined(parts, Form.INLINED);
        Joined functions = joined(parts, Form.FUNCTIONS);
        assertThat(functions.model().inspect().operators().keySet())
                .anyMatch(name -> name.startsWith("amalgam.node::"));
        assertThat(run(inlined.model(), X, "m2/y")).isEqualTo(expected);
        assertThat(run(functions.model(), X, "m2/y")).isEqualTo(expected);
        assertThat(inlined.model().toBytes())
                .isEqualTo(joined(parts, Form.INLINED).model().toBytes());

        for (Joined whole : List.of(inlined, functions)) {
            // A model that takes nothing from the one before cuts it off.
            Optional<String> made = whole.name(1);
            if (made.isPresent()) {
                OnnxModel taken = OnnxModel.parse(whole.model().toBytes(), "whole")
                        .component("m1", Map.of("x", whole.name(0)), Map.of("x", VECTOR), Map.of("y", made.get()));
                assertThat(run(taken, middle, "y")).isEqualTo(run(second, middle, "y"));
            }
        }
    }

    private record Joined(Assembled assembled, List<Ref> results) {
        OnnxModel model() {
            return assembled.model();
        }

        Optional<String> name(int part) {
            return assembled.name(results.get(part));
        }
    }

    /** Each gets what the one before gives. */
    private static Joined joined(List<OnnxModel> models, Form form) throws OnnxException {
        GraphBuilder builder = new GraphBuilder("joined");
        List<Ref> results = new ArrayList<>();
        Ref last = builder.input("x", VECTOR);
        for (int i = 0; i < models.size(); i++) {
            last = builder.scope("m" + i)
                    .splice(models.get(i), Map.of("x", last), List.of("y"))
                    .get("y");
            results.add(last);
        }
        builder.output("m" + (models.size() - 1) + "/y", last, VECTOR);
        return new Joined(builder.assemble(form), results);
    }

    private static Tensor run(OnnxModel model, Tensor x, String output) throws Exception {
        String unique = UUID.randomUUID().toString();
        Path file = folder.resolve(unique + ".onnx");
        model.write(file);
        Step step = new Step("model", file, Map.of("x", unique + " x"), Map.of(output, unique + " y"));
        RunRequest request =
                new RunRequest(Map.of(unique + " x", x), List.of(step), Set.of(unique + " y"), RunOptions.DEFAULT);
        RunResult result = worker.run(request, RunListener.NONE);
        assertThat(result.rootFailures()).as("%s", model.origin()).isEmpty();
        return result.values().get(unique + " y");
    }
}
