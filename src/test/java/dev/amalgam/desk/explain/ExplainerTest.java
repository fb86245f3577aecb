package dev.amalgam.desk.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.Obstacle;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is told of models, with the runtime's help. */
class ExplainerTest {
    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = Desk.start(DeskSettings.standard());
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void mobileNetIsExplained() throws Exception {
        OnnxModel model = OnnxModel.read(Path.of("samples/figure-3/models/mobilenet-v1.onnx"));
        Explanation told = desk.explainer().explain(model);
        assertThat(told.tried()).hasToString("{image=float32[1,3,224,224]}");
        // 569 million in table 4 of the paper.
        assertThat(told.multiplyAdds()).hasValue(568_740_352);
        // The 64 channels of 112 × 112 that batch normalisation reads, and those that it makes.
        assertThat(told.memory()).contains(new LiveMemory(2L * 64 * 112 * 112 * 4, "conv_pw_1_bn"));
        assertThat(told.open()).isEqualTo(Map.of("N", List.of("image axis 0", "probabilities axis 0")));
        assertThat(told.obstacles()).isEmpty();
    }

    @Test
    void sizesThatOnlyARunShowsAreFoundByRunningIt() throws Exception {
        GraphBuilder builder = new GraphBuilder("g");
        Ref x = builder.input("x", TensorType.parse("float32[N,8]"));
        Scope scope = builder.scope("s");
        Ref places = scope.op("NonZero", x);
        Ref counted = scope.op(
                "ReduceSum", scope.op("Cast", toFloat(), places), scope.constant(Tensor.longs(new long[] {1}, 1)));
        builder.output("y", counted, TensorType.parse("float32[2,1]"));
        Explanation told = desk.explainer().explain(builder.build());
        // Eight values, none of them 0: two places of 8 bytes and two numbers of 4 for each.
        assertThat(told.memory()).contains(new LiveMemory(8 * 2 * (8 + 4), "s/Cast"));
    }

    private static Attributes toFloat() {
        return Attributes.of("to", 1);
    }

    @Test
    void whatTheRuntimeRefusesIsToldWithItsReason() throws Exception {
        GraphBuilder builder = new GraphBuilder("g");
        Ref x = builder.input("x", TensorType.parse("float32[4]"));
        Scope scope = builder.scope("s");
        builder.output("y", scope.op("Add", x, scope.constant(Tensor.scalar(1L))), TensorType.parse("float32[4]"));
        OnnxModel wrong = builder.build();
        Explanation told = desk.explainer().explain(wrong);
        assertThat(told.types()).isEmpty();
        assertThat(told.obstacles())
                .filteredOn(obstacle -> obstacle.against() == Obstacle.Against.RUNNING)
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.why()).contains("Add"));
    }
}
