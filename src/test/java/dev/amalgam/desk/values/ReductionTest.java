package dev.amalgam.desk.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ReductionTest {
    private static final Tensor MAPS = Tensor.floats(new long[] {1, 2, 1, 3}, 1, -2, Float.NaN, 3, -6, 4);

    @Test
    void joinsTheChannelsAtEachPlace() {
        assertThat(Reduction.MEAN.of(MAPS)).contains(Tensor.floats(new long[] {1, 3}, 2, -4, 2));
        assertThat(Reduction.MAX.of(MAPS)).contains(Tensor.floats(new long[] {1, 3}, 3, -2, 4));
    }

    @Test
    void whatHasNoChannelsHasNone() {
        assertThat(Reduction.MEAN.of(Tensor.floats(new long[] {2}, 1, 2))).isEmpty();
        assertThat(Reduction.MAX.of(Tensor.floats(new long[] {1, 0, 2, 2}))).isEmpty();
    }
}
