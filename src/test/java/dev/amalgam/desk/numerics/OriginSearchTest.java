package dev.amalgam.desk.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Stop;
import dev.amalgam.run.WorkerSettings;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is odd at the end of a model is followed back to the operator where it begins. */
class OriginSearchTest {
    private static final TensorType FOUR = TensorType.parse("float32[N,4]");
    private static final Map<String, Tensor> FEEDS = Map.of("x", Tensor.floats(new long[] {1, 4}, 1, 2, 3, 4));

    @TempDir
    private Path folder;

    private final Stop stop = new Stop();

    private OriginSearch search() {
        return new OriginSearch(WorkerSettings.defaults(), RunOptions.DEFAULT, folder, stop);
    }

    /** What stands between the input and the output. */
    private interface Body {
        Ref of(Scope scope, Ref x);
    }

    private static OnnxModel model(Body body) throws OnnxException {
        GraphBuilder graph = new GraphBuilder("deep");
        Ref x = graph.input("x", FOUR);
        graph.output("y", body.of(graph.scope("deep"), x), FOUR);
        return graph.build();
    }

    /** {@code count} operators that change nothing that matters here. */
    private static Ref steps(Scope scope, Ref from, int count) {
        Ref at = from;
        for (int i = 0; i < count; i++) {
            at = scope.op("Add", at, scope.constant(Tensor.scalar(0.001f * (i + 1))));
        }
        return at;
    }

    @Test
    void theLogarithmOfANegativeIsFoundAmongHundredsInAFewRuns() throws Exception {
        OnnxModel deep = model((scope, x) -> {
            Ref before = steps(scope, x, 150);
            Ref log = scope.scope("trap").op("Log", scope.op("Neg", before));
            return steps(scope, log, 150);
        });
        OriginSearch search = search();
        assertThat(search.find(Symptom.NOT_FINITE, deep, FEEDS, "y"))
                .isEqualTo(new Origin.Operator("Log", "trap/Log", "trap/Log", 152, 302));
        assertThat(search.runs()).isLessThanOrEqualTo(9);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatGoesByOnTheSideIsNoneOfIt() throws Exception {
        OnnxModel sides = model((scope, x) -> {
            Ref side = steps(scope, x, 5);
            Ref root = scope.op("Sqrt", scope.op("Neg", side));
            return scope.op("Add", steps(scope, side, 7), steps(scope, root, 3));
        });
        assertThat(search().find(Symptom.NOT_FINITE, sides, FEEDS, "y").sentence())
                .contains("Sqrt 'Sqrt'", "of 18");
    }

    @Test
    void aProductWithNothingMakesAConstant() throws Exception {
        OnnxModel dead = model((scope, x) -> {
            Ref nothing = scope.op("Mul", steps(scope, x, 4), scope.constant(Tensor.scalar(0f)));
            return steps(scope, nothing, 9);
        });
        assertThat(search().find(Symptom.CONSTANT, dead, FEEDS, "y"))
                .isInstanceOfSatisfying(
                        Origin.Operator.class,
                        origin -> assertThat(origin.type()).isEqualTo("Mul"));
    }

    @Test
    void whatFlowsInIsSaidToFlowIn() throws Exception {
        OnnxModel innocent = model((scope, x) -> steps(scope, x, 3));
        Map<String, Tensor> feeds = Map.of("x", Tensor.floats(new long[] {1, 4}, 1, Float.NaN, 3, 4));
        assertThat(search().find(Symptom.NOT_FINITE, innocent, feeds, "y")).isEqualTo(new Origin.Input("x"));
    }

    @Test
    void aSearchIsStopped() throws Exception {
        OnnxModel many = model((scope, x) -> steps(scope, x, 40));
        stop.now();
        assertThatThrownBy(() -> search().find(Symptom.NOT_FINITE, many, FEEDS, "y"))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("stopped");
    }
}
