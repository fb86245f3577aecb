package dev.amalgam.desk.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.onnx.recipe.Recipe;
import dev.amalgam.onnx.recipe.RecipeException;
import dev.amalgam.onnx.recipe.Step;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recipes made, measured and proved with the runtime that people get. */
class WorkshopTest {
    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = Desk.start(DeskSettings.standard());
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static Recipe recipe(Step... steps) {
        return new Recipe(List.of(steps));
    }

    private static Tensor ramp(long... dims) {
        float[] values = new float[Math.toIntExact(Arrays.stream(dims).reduce(1, (a, b) -> a * b))];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 37 % 101 - 50) / 50f;
        }
        return Tensor.floats(dims, values);
    }

    /** One row of 64 numbers to 10 scores; {@code axis} says over what the softmax is. */
    private static OnnxModel classifier(int axis) throws Exception {
        GraphBuilder builder = new GraphBuilder("classifier");
        Ref x = builder.input("x", TensorType.parse("float32[1,64]"));
        Scope scope = builder.scope("m");
        Ref square = scope.op("Reshape", x, scope.constant(Tensor.longs(new long[] {3}, 1, 8, 8)));
        Ref flat = scope.op("Reshape", square, scope.constant(Tensor.longs(new long[] {2}, 1, -1)));
        Ref weight = scope.op("Add", scope.constant(ramp(64, 32)), scope.constant(ramp(64, 32)));
        Ref hidden = scope.op("MatMul", flat, weight);
        Ref soft = scope.op("Softmax", Attributes.of("axis", axis), hidden);
        builder.output("p", soft, TensorType.parse("float32[1,32]"));
        return builder.build();
    }

    @Test
    void aBatchIsProvedByRunning() throws Exception {
        OnnxModel any = desk.workshop().make(classifier(-1), recipe(new Step.Batch("N")));
        assertThat(any.inspect().inputs().getFirst().typeText()).isEqualTo("float32[N,64]");
        BatchProof proof = desk.workshop().prove(any).orElseThrow();
        assertThat(proof.why()).isEmpty();
        assertThat(proof.largest())
                .hasSize(3)
                .allSatisfy(apart -> assertThat(apart).isLessThan(1e-6));
    }

    @Test
    void whatMixesExamplesIsNotProved() throws Exception {
        OnnxModel any = desk.workshop().make(classifier(0), recipe(new Step.Batch("N")));
        BatchProof proof = desk.workshop().prove(any).orElseThrow();
        assertThat(proof.holds()).isFalse();
        assertThat(proof.why()).startsWith("'p' of 2 examples at once differs by");
    }

    @Test
    void whatHasTheNumberBuiltInIsNotProved() throws Exception {
        GraphBuilder builder = new GraphBuilder("fixed");
        Ref x = builder.input("x", TensorType.parse("float32[1,4]"));
        Scope scope = builder.scope("m");
        Ref grown = scope.op("ReduceSum", x, scope.constant(Tensor.longs(new long[] {1}, 0)));
        builder.output("sum", grown, TensorType.parse("float32[1,4]"));
        OnnxModel any = desk.workshop().make(builder.build(), recipe(new Step.Batch("N")));
        assertThat(desk.workshop().prove(any).orElseThrow().why()).isEqualTo("'sum' is float32[1,4] for 2 examples");
    }

    @Test
    void constantsAreFoldedByTheRuntime() throws Exception {
        OnnxModel folded = desk.workshop().make(classifier(-1), recipe(new Step.Fold(), new Step.Tidy()));
        assertThat(folded.inspect().operators()).hasToString("{MatMul=1, Reshape=2, Softmax=1}");
        Effect effect = desk.workshop().effect(classifier(-1), folded).orElseThrow();
        assertThat(effect.outputs())
                .singleElement()
                .satisfies(it -> assertThat(it.largest()).isZero());
    }

    @Test
    void theEffectOfRoundingIsMeasured() throws Exception {
        OnnxModel small = desk.workshop().make(classifier(-1), recipe(new Step.Fold(), new Step.Int8()));
        Effect effect = desk.workshop().effect(classifier(-1), small).orElseThrow();
        assertThat(effect.bytesAfter()).isLessThan(effect.bytesBefore() / 3);
        assertThat(effect.outputs()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("p");
            assertThat(it.largest()).isPositive().isLessThan(0.05);
            assertThat(it.mean()).isPositive().isLessThan(it.largest());
            assertThat(it.agreement()).hasValue(1);
        });
    }

    @Test
    void whatTheRuntimeCannotComputeIsRefused() throws Exception {
        GraphBuilder builder = new GraphBuilder("wrong");
        Ref x = builder.input("x", TensorType.parse("float32[1,4]"));
        Scope scope = builder.scope("m");
        Ref bad = scope.op("Gather", scope.constant(ramp(3)), scope.constant(Tensor.longs(new long[] {1}, 7)));
        builder.output("y", scope.op("Add", x, bad), TensorType.parse("float32[1,4]"));
        OnnxModel wrong = builder.build();
        assertThatThrownBy(() -> desk.workshop().make(wrong, recipe(new Step.Fold())))
                .isInstanceOfSatisfying(RecipeException.class, e -> {
                    assertThat(e).hasMessageStartingWith("Step 1, fold: the runtime cannot compute what is fixed: ");
                    assertThat(e.remedy()).isEqualTo("Remove this step");
                });
    }

    @Test
    void aMeasurementTellsTheProofAndComparesOnlyWhatHolds() throws Exception {
        Measurement good = desk.workshop().measure(classifier(-1), recipe(new Step.Batch("N"), new Step.Float16()));
        assertThat(good.proof().orElseThrow().holds()).isTrue();
        assertThat(good.effect().orElseThrow().outputs()).hasSize(1);
        assertThat(good.made().inspect().outputs().getFirst().typeText()).isEqualTo("float32[N,32]");
        Measurement bad = desk.workshop().measure(classifier(0), recipe(new Step.Batch("N")));
        assertThat(bad.proof().orElseThrow().holds()).isFalse();
        assertThat(bad.effect()).isEmpty();
    }

    @Test
    void aModelThatTakesNoNoiseIsMadeAllTheSame() throws Exception {
        GraphBuilder builder = new GraphBuilder("narrow");
        Ref x = builder.input("x", TensorType.parse("float32[N,H]"));
        Scope scope = builder.scope("m");
        builder.output("y", scope.op("MatMul", x, scope.constant(ramp(16, 32))), TensorType.parse("float32[N,32]"));
        Measurement measured = desk.workshop().measure(builder.build(), recipe(new Step.Float16()));
        assertThat(measured.effect()).isEmpty();
        assertThat(measured.made().inspect().weightBytes()).isEqualTo(16 * 32 * 2);
    }
}
