package dev.amalgam.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final long[] TWO = {2};

    @Test
    void equalBitsDoNotDiffer() {
        Difference difference = Difference.between(Tensor.floats(TWO, 1, -2), Tensor.floats(TWO, 1, -2));
        assertThat(difference).isEqualTo(new Difference(0, 0, true, ""));
    }

    @Test
    void neighboursAreOneUnitInTheLastPlaceApart() {
        Difference difference = Difference.between(Tensor.floats(TWO, Math.nextUp(1f), 0), Tensor.floats(TWO, 1f, 0));
        assertThat(difference.maxUlp()).isEqualTo(1);
        assertThat(difference.within()).isTrue();
        assertThat(difference.maxAbsolute()).isEqualTo(Math.ulp(1f));
    }

    @Test
    void unitsInTheLastPlaceAreCountedAcrossZero() {
        Difference difference =
                Difference.between(Tensor.floats(TWO, Float.MIN_VALUE, 0), Tensor.floats(TWO, -Float.MIN_VALUE, 0));
        assertThat(difference.maxUlp()).isEqualTo(2);
    }

    @Test
    void anythingBeyondTheToleranceSaysWhichValue() {
        Difference difference = Difference.between(Tensor.floats(TWO, 1, 2.01f), Tensor.floats(TWO, 1, 2));
        assertThat(difference.within()).isFalse();
        assertThat(difference.why()).startsWith("value 1 is 2.0");
    }

    @Test
    void notANumberIsOnlyLikeItself() {
        Tensor nan = Tensor.floats(TWO, Float.NaN, 1);
        assertThat(Difference.between(nan, Tensor.floats(TWO, 0, 1)).within()).isFalse();
        assertThat(Difference.between(nan, Tensor.floats(TWO, Float.NaN, 1 + 1e-7f))
                        .within())
                .isTrue();
    }

    @Test
    void textAndWholeNumbersGetNoTolerance() {
        Tensor cat = Tensor.strings(new long[] {1}, List.of("cat"));
        Tensor dog = Tensor.strings(new long[] {1}, List.of("dog"));
        assertThat(Difference.between(cat, dog).why()).contains("'cat'", "'dog'");
        assertThat(Difference.between(Tensor.longs(TWO, 1, 2), Tensor.longs(TWO, 1, 3))
                        .within())
                .isFalse();
    }

    @Test
    void otherShapesAreNamed() {
        Difference difference = Difference.between(Tensor.floats(TWO, 1, 2), Tensor.floats(new long[] {1, 2}, 1, 2));
        assertThat(difference.why()).contains("float32[2]", "float32[1,2]");
    }
}
