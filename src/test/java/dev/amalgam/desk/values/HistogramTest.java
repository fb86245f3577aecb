package dev.amalgam.desk.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
    private static Histogram of(float... values) {
        return Histogram.of(Tensor.floats(new long[] {values.length}, values)).orElseThrow();
    }

    private static long sum(Histogram histogram) {
        return histogram.bins().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void tellsMeanDeviationEndsAndZeros() {
        Histogram histogram = of(0, 0, 2, 4, 4, Float.NaN, Float.POSITIVE_INFINITY);
        assertThat(histogram.count()).isEqualTo(5);
        assertThat(histogram.strange()).isEqualTo(2);
        assertThat(histogram.mean()).isCloseTo(2, within(1e-12));
        assertThat(histogram.deviation()).isCloseTo(Math.sqrt(16 / 5.0), within(1e-12));
        assertThat(histogram.least()).isZero();
        assertThat(histogram.most()).isEqualTo(4);
        assertThat(histogram.sparsity()).isEqualTo(0.4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-30, 1, 1e30})
    void agreesWithCountingIntoTheSameBinsInASecondPass(double scale) {
        Random random = new Random(7);
        float[] values = new float[5000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * scale);
        }
        Histogram histogram = of(values);
        long[] expected = new long[histogram.bins().size()];
        for (float value : values) {
            expected[(int) Math.floor((value - histogram.low()) / histogram.width())]++;
        }
        assertThat(histogram.bins())
                .containsExactlyElementsOf(
                        java.util.Arrays.stream(expected).boxed().toList());
        assertThat(histogram.bins()).hasSizeBetween(128, 512);
        assertThat(histogram.bins().getFirst()).isPositive();
        assertThat(histogram.bins().getLast()).isPositive();
    }

    @Test
    void keepsASmallDeviationBesideALargeMean() {
        Histogram histogram = Histogram.of(
                        Tensor.longs(new long[] {4}, 1_000_000_001, 1_000_000_002, 1_000_000_003, 1_000_000_004))
                .orElseThrow();
        assertThat(histogram.deviation()).isCloseTo(Math.sqrt(1.25), within(1e-6));
    }

    @Test
    void oneValueMakesOneBin() {
        assertThat(of(3, 3, 3).bins()).containsExactly(3L);
        assertThat(of(0, 0).bins()).containsExactly(2L);
        assertThat(of(0, 0).zeroBin()).contains(0);
    }

    @Test
    void countsFromAVerySmallToAVeryLargeValue() {
        Histogram histogram = of(0, Float.MIN_VALUE, -Float.MAX_VALUE, 1, Float.MAX_VALUE);
        assertThat(sum(histogram)).isEqualTo(5);
        assertThat(histogram.zeroBin()).isPresent();
    }

    @Test
    void findsTheBinOfZero() {
        Histogram histogram = of(-1, 0, 1);
        int bin = histogram.zeroBin().orElseThrow();
        assertThat(histogram.bins().get(bin)).isEqualTo(1);
        assertThat(of(5, 6).zeroBin()).isEmpty();
    }

    @Test
    void nothingFiniteHasNoBins() {
        Histogram histogram = of(Float.NaN);
        assertThat(histogram.bins()).isEmpty();
        assertThat(histogram.zeroBin()).isEmpty();
        assertThat(histogram.sparsity()).isZero();
    }

    @Test
    void textsHaveNone() {
        assertThat(Histogram.of(Tensor.strings(new long[] {1}, List.of("a")))).isEmpty();
    }
}
