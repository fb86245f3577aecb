package dev.amalgam.kind.representation;

import static dev.amalgam.kind.Numbers.floats;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.kind.KindRun;
import dev.amalgam.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PoolKindTest {
    /** Two pictures of two maps of 1×2: means 2, −1, 0, 10 and maxima 3, 0, 0, 20. */
    private static final Tensor MAPS = floats(new long[] {2, 2, 1, 2}, 1, 3, -2, 0, 0, 0, 0, 20);

    private static KindRun pool(String how) {
        return KindRun.of(new PoolKind()).set("how", how).in("encoding", MAPS);
    }

    @Test
    void averagesEachMap() throws Exception {
        Tensor embedding = pool("average").run("embedding");
        assertThat(embedding.dims()).containsExactly(2, 2);
        assertThat(floats(embedding)).containsExactly(2, -1, 0, 10);
    }

    @Test
    void takesTheMaximumOfEachMap() throws Exception {
        assertThat(floats(pool("max").run("embedding"))).containsExactly(3, 0, 0, 20);
    }

    @Test
    void flattensInOrder() throws Exception {
        Tensor embedding = pool("flatten").run("embedding");
        assertThat(embedding.dims()).containsExactly(2, 4);
        assertThat(floats(embedding)).containsExactly(floats(MAPS));
    }

    @Test
    void knowsTheWidthOfAFlatEmbeddingOnceTheMapsAreKnown() throws Exception {
        assertThat(pool("flatten").signature().outputs().getFirst().type()).hasToString("float32[N,4]");
        assertThat(pool("flatten").bareSignature().outputs().getFirst().type()).hasToString("float32[N,?]");
    }
}
