package dev.amalgam.kind.task;

import static dev.amalgam.kind.Numbers.bytes;
import static dev.amalgam.kind.Numbers.longs;
import static dev.amalgam.kind.Numbers.matrix;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.kind.KindRun;
import dev.amalgam.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ArgMaxKindTest {
    private static final Tensor SCORES = matrix(2, 0.1f, 0.7f, 0.2f, 0.4f, 0.2f, 0.4f);

    @Test
    void givesTheIndexOfTheHighestAndOfEqualOnesTheFirst() throws Exception {
        KindRun run = KindRun.of(new ArgMaxKind()).in("scores", SCORES);
        assertThat(longs(run.run("class"))).containsExactly(1, 0);
        assertThat(run.types()).hasToString("{class=int64[2]}");
    }

    @Test
    void givesOneHotRows() throws Exception {
        KindRun run = KindRun.of(new ArgMaxKind()).set("form", "one-hot").in("scores", SCORES);
        assertThat(bytes(run.run("class"))).containsExactly(0, 1, 0, 1, 0, 0);
        assertThat(run.types()).hasToString("{class=uint8[2,3]}");
    }
}
