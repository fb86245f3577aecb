package dev.amalgam.kind.representation;

import static dev.amalgam.kind.Numbers.floats;
import static dev.amalgam.kind.Numbers.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.kind.KindRun;
import dev.amalgam.kind.Signature.Meaning;
import org.junit.jupiter.api.Test;

class L2NormaliseKindTest {
    @Test
    void givesEachRowLengthOne() throws Exception {
        KindRun run = KindRun.of(new L2NormaliseKind()).in("vectors", matrix(2, 3, 4, 0, -5));
        assertThat(floats(run.run("vectors"))).containsExactly(new float[] {0.6f, 0.8f, 0, -1}, within(1e-7f));
    }

    @Test
    void leavesARowOfZerosAsItIs() throws Exception {
        KindRun run = KindRun.of(new L2NormaliseKind()).in("vectors", matrix(1, 0, 0, 0));
        assertThat(floats(run.run("vectors"))).containsExactly(0, 0, 0);
    }

    @Test
    void worksOnTheLastOfAnyNumberOfAxes() throws Exception {
        KindRun run = KindRun.of(new L2NormaliseKind()).in("vectors", floats(new long[] {1, 2, 2}, 0, 2, 8, 6));
        assertThat(floats(run.run("vectors"))).containsExactly(new float[] {0, 1, 0.8f, 0.6f}, within(1e-7f));
    }

    @Test
    void remembersThatTheLengthIsOne() throws Exception {
        assertThat(KindRun.of(new L2NormaliseKind())
                        .bareSignature()
                        .outputs()
                        .getFirst()
                        .meaning())
                .isEqualTo(new Meaning.UnitLengthOf("vectors"));
    }
}
