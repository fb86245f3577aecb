package dev.amalgam.kind.task;

import static dev.amalgam.kind.Numbers.floats;
import static dev.amalgam.kind.Numbers.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.kind.KindException;
import dev.amalgam.kind.KindRun;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimilarityKindTest {
    /** Right, up, and left; lengths play no part. */
    private static final Tensor GALLERY = matrix(3, 5, 0, 0, 0.1f, -2, 0);

    private static KindRun similarity(int k) {
        return KindRun.of(new SimilarityKind())
                .file("gallery", GALLERY)
                .file("names", List.of("right", "up", "left"))
                .set("k", k);
    }

    @Test
    void ranksByTheCosine() throws Exception {
        Map<String, Tensor> values =
                similarity(3).in("query", matrix(2, 4, 3, -10, 0)).run();
        assertThat(floats(values.get("scores")))
                .containsExactly(new float[] {0.8f, 0.6f, -0.8f, 1, 0, -1}, within(1e-6f));
        assertThat(values.get("labels").strings()).containsExactly("right", "up", "left", "left", "up", "right");
        assertThat(values.get("text").strings())
                .containsExactly("right 0.80", "up 0.60", "left -0.80", "left 1.00", "up 0.00", "right -1.00");
    }

    @Test
    void writesNoMinusBeforeZero() throws Exception {
        KindRun run = similarity(3).in("query", matrix(1, 0.001f, 1));
        assertThat(run.run("text").strings()).containsExactly("up 1.00", "right 0.00", "left 0.00");
    }

    @Test
    void findsNothingSimilarToZeros() throws Exception {
        assertThat(floats(similarity(2).in("query", matrix(1, 0, 0)).run("scores")))
                .containsExactly(0, 0);
    }

    @Test
    void takesQueriesAsWideAsTheGallery() throws Exception {
        assertThat(similarity(1).bareSignature().inputs().getFirst().type()).hasToString("float32[N,2]");
    }

    @Test
    void refusesWhatDoesNotBelongTogether() {
        assertThatThrownBy(() -> similarity(4).bareSignature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("only 3 to rank, not 4");
        assertThatThrownBy(() -> similarity(1).file("names", List.of("right")).bareSignature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("1 names for 3 embeddings");
        assertThatThrownBy(() -> similarity(1)
                        .file("gallery", floats(new long[] {3}, 1, 2, 3))
                        .bareSignature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("float32[3]");
    }
}
