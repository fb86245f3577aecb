package dev.amalgam.kind.task;

import static dev.amalgam.kind.Numbers.floats;
import static dev.amalgam.kind.Numbers.grey;
import static dev.amalgam.kind.Numbers.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.kind.KindException;
import dev.amalgam.kind.KindRun;
import dev.amalgam.kind.View;
import dev.amalgam.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ActivationMapKindTest {
    private static final Offset<Float> ROUNDING = within(1e-6f);

    /** Two maps of 2×2: [[1,2],[3,4]] and [[0,1],[5,0]], with means 2.5 and 1.5. */
    private static final Tensor ENCODING = floats(new long[] {1, 2, 2, 2}, 1, 2, 3, 4, 0, 1, 5, 0);

    /** Classes: first − second; second; −first. Logits of the means: 1, 1.5, −2.5. */
    private static final Tensor WEIGHTS = matrix(3, 1, -1, 0, 1, -1, 0);

    private static KindRun map(String fit, int height, int width) {
        return KindRun.of(new ActivationMapKind())
                .file("weights", WEIGHTS)
                .set("fit", fit)
                .in("encoding", ENCODING)
                .in("image", grey(height, width, new int[height * width]));
    }

    private static Tensor classNumber(long number) {
        return Tensor.longs(new long[] {1}, number);
    }

    @Test
    void weighsTheMapsAndDividesByTheMaximum() throws Exception {
        // [[1−0, 2−1], [3−5, 4−0]] = [[1,1],[−2,4]]: relu, then by 4.
        assertThat(floats(map("stretch", 2, 2).in("class", classNumber(0)).run("mask")))
                .containsExactly(0.25f, 0.25f, 0, 1);
    }

    @Test
    void takesTheTopClassWhereNoneIsGiven() throws Exception {
        // Class 1, whose map is the second: [[0,1],[5,0]] by 5.
        assertThat(floats(map("stretch", 2, 2).run("mask"))).containsExactly(0, 0.2f, 1, 0);
    }

    @Test
    void countsTheBiasWhenItChooses() throws Exception {
        KindRun run = map("stretch", 2, 2).file("bias", floats(new long[] {3}, 1, 0, 0));
        assertThat(floats(run.run("mask"))).containsExactly(0.25f, 0.25f, 0, 1);
    }

    @Test
    void scalesLinearlyBetweenCentres() throws Exception {
        // Each row a, (3a + b) / 4, (a + 3b) / 4, b of [0, 0.2] and [1, 0]; the columns likewise.
        float[] top = {0, 0.05f, 0.15f, 0.2f};
        float[] bottom = {1, 0.75f, 0.25f, 0};
        float[] expected = new float[16];
        for (int column = 0; column < 4; column++) {
            expected[column] = top[column];
            expected[4 + column] = 0.75f * top[column] + 0.25f * bottom[column];
            expected[8 + column] = 0.25f * top[column] + 0.75f * bottom[column];
            expected[12 + column] = bottom[column];
        }
        assertThat(floats(map("stretch", 4, 4).run("mask"))).containsExactly(expected, ROUNDING);
    }

    @Test
    void coversTheCentreThatResizeCutsOut() throws Exception {
        // 2×5: columns 1 and 2, as Resize starts at (5 − 2) / 2 = 1.
        assertThat(floats(map("crop", 2, 5).run("mask"))).containsExactly(0, 0, 0.2f, 0, 0, 0, 1, 0, 0, 0);
        assertThat(floats(map("crop", 5, 2).run("mask"))).containsExactly(0, 0, 0, 0.2f, 1, 0, 0, 0, 0, 0);
    }

    @Test
    void hasTheSizeOfThePicture() throws Exception {
        KindRun run = map("crop", 7, 11);
        assertThat(run.types()).hasToString("{mask=float32[7,11]}");
        assertThat(run.run("mask").dims()).containsExactly(7, 11);
    }

    @Test
    void isZeroEverywhereWhereNothingSpeaksForTheClass() throws Exception {
        assertThat(floats(map("stretch", 2, 3).in("class", classNumber(2)).run("mask")))
                .containsExactly(0, 0, 0, 0, 0, 0);
    }

    @Test
    void readsWeightsOfEitherOrder() throws Exception {
        KindRun run = map("stretch", 2, 2).file("weights", matrix(2, 1, 0, -1, -1, 1, 0));
        assertThat(floats(run.run("mask"))).containsExactly(0, 0.2f, 1, 0);
        KindRun onePixel = map("stretch", 2, 2).file("weights", floats(new long[] {3, 2, 1, 1}, floats(WEIGHTS)));
        assertThat(floats(onePixel.run("mask"))).containsExactly(0, 0.2f, 1, 0);
    }

    @Test
    void refusesWeightsForAnotherEncoding() {
        assertThatThrownBy(() -> map("crop", 2, 2)
                        .file("weights", matrix(5, new float[25]))
                        .signature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("float32[5,5]")
                .hasMessageContaining("2 features");
    }

    @Test
    void isShownOverItsPicture() throws Exception {
        assertThat(map("crop", 2, 2).view()).isEqualTo(new View.Mask("mask", "image"));
    }
}
