package dev.amalgam.desk.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.desk.compare.Deviation.Apart;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviationTest {
    private static final long[] TWO = {2};

    private static Tensor floats(float... values) {
        return Tensor.floats(new long[] {values.length}, values);
    }

    @Test
    void theSameBitsAreEqual() {
        assertThat(Deviation.between(floats(1, Float.NaN), floats(1, Float.NaN)).isEqual())
                .isTrue();
        assertThat(Deviation.between(floats(1), floats(1)).mark()).isEmpty();
    }

    @Test
    void numbersAreApartByTheirLargestDifferenceAndTheirAngle() {
        Apart apart = (Apart) Deviation.between(floats(3, 4), floats(3, 3));
        assertThat(apart.largest()).isEqualTo(1);
        assertThat(apart.relative()).isEqualTo(0.25);
        assertThat(apart.cosine()).isCloseTo(21 / (5 * Math.sqrt(18)), within(1e-12));
        assertThat(apart.mark()).isEqualTo("25 %");
        assertThat(apart.sentence()).isEqualTo("Largest difference 1, relative 25 %, cosine 0.99");
    }

    @Test
    void whatIsNoNumberInOneAloneIsInfinitelyFar() {
        Apart apart = (Apart) Deviation.between(floats(1, 2), floats(1, Float.NaN));
        assertThat(apart.largest()).isInfinite();
        assertThat(apart.cosine()).isNaN();
        assertThat(apart.sentence()).isEqualTo("Largest difference ∞, relative ∞ %");
        assertThat(((Apart) Deviation.between(floats(0, 0), floats(0, 1))).relative())
                .isInfinite();
    }

    @Test
    void textsDifferInPlacesAndTypesAsAWhole() {
        Deviation words = Deviation.between(
                Tensor.strings(TWO, List.of("cat", "dog")), Tensor.strings(TWO, List.of("cat", "cup")));
        assertThat(words).isEqualTo(new Deviation.Places(1, 2));
        assertThat(words.mark()).isEqualTo("1/2");
        Deviation type = Deviation.between(floats(1, 2), floats(1));
        assertThat(type).isInstanceOf(Deviation.Unlike.class);
        assertThat(type.sentence()).isEqualTo("The type is float32[1] and was float32[2]");
    }

    @Test
    void theFarthestIsTheLargest() {
        Deviation equal = new Deviation.Equal();
        Deviation near = Deviation.between(floats(1, 2), floats(1, 2.01f));
        Deviation far = Deviation.between(floats(1, 2), floats(1, 3));
        assertThat(equal).isLessThan(near);
        assertThat(near).isLessThan(far);
        assertThat(far).isLessThan(Deviation.between(floats(1, 2), floats(1)));
        assertThat((Deviation) new Deviation.Moved(0, 0)).isGreaterThan(equal);
    }
}
