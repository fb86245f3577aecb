package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void floatsSayNormZerosAndThatTheyAreFinite() {
        assertThat(Statistics.of(Tensor.floats(new long[] {1, 4}, 3, 0, 4, 0)))
                .isEqualTo("float32[1,4], norm 5, 50 % zeros, finite");
    }

    @Test
    void valuesThatAreNotFiniteAreCounted() {
        assertThat(Statistics.of(Tensor.floats(new long[] {3}, Float.NaN, 1, Float.POSITIVE_INFINITY)))
                .isEqualTo("float32[3], 2 values are not finite");
    }

    @Test
    void bytesSayTheirRangeWithoutSign() {
        assertThat(Statistics.of(Tensor.bytes(new long[] {2}, (byte) 7, (byte) 231)))
                .isEqualTo("uint8[2], 7 to 231");
    }

    @Test
    void textsAndIndicesAreShown() {
        assertThat(Statistics.of(Tensor.strings(new long[] {2}, List.of("cat", "cup"))))
                .isEqualTo("string[2]: cat, cup");
        assertThat(Statistics.of(Tensor.longs(new long[] {1}, 285))).isEqualTo("int64[1]: 285");
    }

    @Test
    void nothingSaysSo() {
        assertThat(Statistics.of(Tensor.floats(new long[] {0, 4}))).isEqualTo("float32[0,4], empty");
    }
}
