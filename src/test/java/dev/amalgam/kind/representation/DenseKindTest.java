package dev.amalgam.kind.representation;

import static dev.amalgam.kind.Numbers.floats;
import static dev.amalgam.kind.Numbers.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.kind.KindException;
import dev.amalgam.kind.KindRun;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import org.junit.jupiter.api.Test;

class DenseKindTest {
    /** Two features, three classes: y = (x1, x1 + x2, 10·x2). */
    private static final float[] BY_CLASS = {1, 0, 1, 1, 0, 10};

    private static final Tensor CLASSES_FIRST = matrix(3, BY_CLASS);
    private static final Tensor FEATURES_FIRST = matrix(2, 1, 1, 0, 0, 1, 10);
    private static final Tensor BIAS = floats(new long[] {3}, 100, 200, 300);

    /** (2, 3) → (2, 5, 30) and (−1, 0) → (−1, −1, 0). */
    private static final Tensor ROWS = matrix(2, 2, 3, -1, 0);

    private static KindRun dense(Object weights) {
        return KindRun.of(new DenseKind()).file("weights", weights);
    }

    @Test
    void findsTheOrderOfTheAxesByTheWidth() throws Exception {
        assertThat(floats(dense(CLASSES_FIRST).in("embedding", ROWS).run("logits")))
                .containsExactly(2, 5, 30, -1, -1, 0);
        assertThat(floats(dense(FEATURES_FIRST).in("embedding", ROWS).run("logits")))
                .containsExactly(2, 5, 30, -1, -1, 0);
    }

    @Test
    void readsAConvolutionOfOnePixelAsALinearLayer() throws Exception {
        Tensor convolution = floats(new long[] {3, 2, 1, 1}, BY_CLASS);
        assertThat(floats(dense(convolution).in("embedding", ROWS).run("logits")))
                .containsExactly(2, 5, 30, -1, -1, 0);
    }

    @Test
    void addsTheBias() throws Exception {
        KindRun run = dense(CLASSES_FIRST).file("bias", BIAS).in("embedding", ROWS);
        assertThat(floats(run.run("logits"))).containsExactly(102, 205, 330, 99, 199, 300);
    }

    @Test
    void takesTheWeightsOutOfAModel() throws Exception {
        KindRun run = dense(model()).set("weights-tensor", "head/constant").in("embedding", ROWS);
        assertThat(floats(run.run("logits"))).containsExactly(2, 5, 30, -1, -1, 0);
    }

    @Test
    void namesTheNearestWeightOfTheModel() {
        assertThatThrownBy(() ->
                        dense(model()).set("weights-tensor", "head/constnat").bareSignature())
                .isInstanceOfSatisfying(KindException.class, e -> {
                    assertThat(e.code()).isEqualTo("unknown-tensor");
                    assertThat(e).hasMessageContaining("head/constnat");
                    assertThat(e.remedy()).contains("'head/constant'");
                });
    }

    private static OnnxModel model() throws Exception {
        GraphBuilder builder = new GraphBuilder("head");
        Ref x = builder.input("x", TensorType.parse("float32[N,3]"));
        Scope head = builder.scope("head");
        Ref y = head.op("MatMul", x, head.constant(CLASSES_FIRST));
        builder.output("y", y, TensorType.parse("float32[N,2]"));
        return builder.build();
    }

    @Test
    void refusesAWidthThatFitsNeitherAxisAndNamesBothShapes() {
        assertThatThrownBy(() -> dense(CLASSES_FIRST)
                        .in("embedding", matrix(1, 1, 2, 3, 4))
                        .signature())
                .isInstanceOfSatisfying(KindException.class, e -> {
                    assertThat(e.code()).isEqualTo("wrong-width");
                    assertThat(e).hasMessageContaining("float32[3,2]").hasMessageContaining("4 features");
                });
    }

    @Test
    void refusesABiasOfOtherClasses() {
        assertThatThrownBy(() -> dense(CLASSES_FIRST)
                        .file("bias", floats(new long[] {2}, 1, 2))
                        .in("embedding", ROWS)
                        .signature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("float32[2]")
                .hasMessageContaining("3 classes");
    }

    @Test
    void refusesWhatIsNoLinearLayer() {
        assertThatThrownBy(() ->
                        dense(floats(new long[] {1, 2, 3, 3}, new float[18])).bareSignature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("float32[1,2,3,3]");
        assertThatThrownBy(() -> dense(Tensor.longs(new long[] {1, 1}, 5)).bareSignature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("float32 is needed");
    }

    @Test
    void asksForTheFile() {
        assertThatThrownBy(() -> KindRun.of(new DenseKind()).bareSignature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("weights");
    }

    @Test
    void leavesTheOrderOpenUntilItIsKnown() throws Exception {
        assertThat(dense(CLASSES_FIRST).bareSignature().inputs().getFirst().type())
                .hasToString("float32[N,D]");
        assertThat(dense(CLASSES_FIRST).bareSignature().outputs().getFirst().type())
                .hasToString("float32[N,-D+5]");
        assertThat(dense(CLASSES_FIRST)
                        .file("bias", BIAS)
                        .bareSignature()
                        .outputs()
                        .getFirst()
                        .type())
                .hasToString("float32[N,3]");
        assertThat(dense(CLASSES_FIRST).in("embedding", ROWS).types()).hasToString("{logits=float32[2,3]}");
    }

    @Test
    void readsSquareWeightsAsChosen() throws Exception {
        Tensor square = matrix(2, 1, 2, 3, 4);
        Tensor row = matrix(1, 1, 0);
        assertThat(floats(dense(square).in("embedding", row).run("logits"))).containsExactly(1, 2);
        assertThat(floats(dense(square)
                        .set("orientation", "classes-first")
                        .in("embedding", row)
                        .run("logits")))
                .containsExactly(1, 3);
    }
}
