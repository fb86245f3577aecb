package dev.amalgam.kind.representation;

import static dev.amalgam.kind.Numbers.floats;
import static dev.amalgam.kind.Numbers.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.graph.Value;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.KindRun;
import dev.amalgam.tensor.Representation.Form;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationsTest {
    private static final Offset<Float> ROUNDING = within(1e-6f);

    @Test
    void softmaxSharesOneUnit() throws Exception {
        // e¹ + e² + e³ = 30.19287
        float[] expected = {0.09003057f, 0.24472847f, 0.66524096f};
        KindRun run = KindRun.of(new SoftmaxKind()).in("logits", matrix(1, 1, 2, 3));
        assertThat(floats(run.run("probabilities"))).containsExactly(expected, ROUNDING);
    }

    @Test
    void softmaxAtTemperatureTwoIsThatOfHalfTheLogits() throws Exception {
        KindRun run = KindRun.of(new SoftmaxKind())
                .set("temperature", 2)
                .in("logits", matrix(2, 0, 2 * (float) Math.log(3), 4, 4));
        assertThat(floats(run.run("probabilities"))).containsExactly(new float[] {0.25f, 0.75f, 0.5f, 0.5f}, ROUNDING);
    }

    @Test
    void softmaxOfHugeLogitsIsFinite() throws Exception {
        KindRun run = KindRun.of(new SoftmaxKind()).in("logits", matrix(1, 1e30f, -1e30f));
        assertThat(floats(run.run("probabilities"))).containsExactly(1, 0);
    }

    @Test
    void sigmoidJudgesEachByItself() throws Exception {
        float ln3 = (float) Math.log(3);
        KindRun run = KindRun.of(new SigmoidKind()).in("logits", matrix(2, 0, ln3, -ln3, 1000));
        assertThat(floats(run.run("probabilities"))).containsExactly(new float[] {0.5f, 0.75f, 0.25f, 1}, ROUNDING);
    }

    @Test
    void sigmoidShiftsBeforeItDivides() throws Exception {
        // (5 − 3) / (2 / ln 3) = ln 3
        KindRun run = KindRun.of(new SigmoidKind())
                .set("shift", 3)
                .set("temperature", new Value.Real(2 / Math.log(3)))
                .in("logits", matrix(1, 3, 5));
        assertThat(floats(run.run("probabilities"))).containsExactly(new float[] {0.5f, 0.75f}, ROUNDING);
    }

    static Kind[] activations() {
        return new Kind[] {new SoftmaxKind(), new SigmoidKind()};
    }

    @ParameterizedTest
    @MethodSource("activations")
    void takesLogitsOnlySoThatNothingIsActivatedTwice(Kind activation) throws Exception {
        assertThat(KindRun.of(activation).bareSignature().inputs().getFirst().accepts())
                .containsExactly(Form.LOGITS);
    }
}
