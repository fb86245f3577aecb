package dev.amalgam.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class DimTest {
    private static final Dim A = Dim.named("A");
    private static final Dim B = Dim.named("B");

    @Test
    void equalSumsAreEqualHoweverTheyAreWritten() {
        assertThat(A.plus(B).plus(Dim.of(2))).isEqualTo(Dim.of(2).plus(B).plus(A));
        assertThat(A.plus(B).minus(B)).isEqualTo(A);
        assertThat(A.times(0)).isEqualTo(Dim.of(0));
    }

    @Test
    void sumsPrintAsTheyAreWritten() {
        assertThat(A.times(2).minus(B).minus(Dim.of(3))).hasToString("2*A-B-3");
        assertThat(Dim.of(0).minus(A)).hasToString("-A");
        assertThat(Dim.unknown("x").plus(Dim.of(1))).hasToString("?+1");
    }

    @Test
    void onlyNumbersAreKnown() {
        assertThat(Dim.of(3).known()).hasValue(3);
        assertThat(A.known()).isEmpty();
        assertThat(A.minus(A).known()).hasValue(0);
    }

    @Test
    void namesAreReplaced() {
        Dim sum = A.plus(B.times(3));
        assertThat(sum.substitute(variable -> variable.name().equals("A") ? Dim.of(4) : A.plus(Dim.of(1))))
                .hasToString("3*A+7");
    }

    @Test
    void whatALongCannotHoldIsSaid() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Dim.of(Long.MAX_VALUE).plus(Dim.of(1)));
    }

    @Test
    void aTypeOfMoreElementsThanALongCanHoldIsKnownAllTheSame() {
        TensorType type = new TensorType(ElementType.UINT8, Shape.of(1L << 40, 1L << 40));
        assertThat(type.isKnown()).isTrue();
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> type.shape().elements());
    }
}
