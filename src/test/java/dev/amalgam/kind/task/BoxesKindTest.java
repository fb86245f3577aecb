package dev.amalgam.kind.task;

import static dev.amalgam.kind.Numbers.floats;
import static dev.amalgam.kind.Numbers.matrix;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Value;
import dev.amalgam.kind.KindRun;
import dev.amalgam.kind.View;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxesKindTest {
    /** 100 pixels wide, 50 high. */
    private static final Tensor PICTURE = Tensor.bytes(new long[] {50, 100, 3}, new byte[50 * 100 * 3]);

    /** Two that lie over each other, one elsewhere, one that reaches beyond the picture. */
    private static final Tensor BOXES = matrix(4, 10, 10, 30, 30, 11, 11, 31, 31, 60, 10, 80, 40, -5, 20, 200, 60);

    private static KindRun run(Tensor boxes, Tensor scores) {
        return KindRun.of(new BoxesKind())
                .in("boxes", boxes)
                .in("scores", scores)
                .in("image", PICTURE);
    }

    private static Tensor scores(float... cats) {
        float[] both = new float[2 * cats.length];
        for (int i = 0; i < cats.length; i++) {
            both[2 * i] = cats[i];
        }
        return matrix(cats.length, both);
    }

    @Test
    void theSurestComesFirstAndHidesWhatLiesUnderIt() throws Exception {
        Map<String, Tensor> found = run(BOXES, scores(0.8f, 0.9f, 0.95f, 0.1f))
                .file("labels", List.of("cat", "dog"))
                .run();
        assertThat(found.get("labels").strings()).containsExactly("cat", "cat");
        assertThat(floats(found.get("scores"))).containsExactly(0.95f, 0.9f);
        assertThat(floats(found.get("boxes"))).containsExactly(60, 10, 80, 40, 11, 11, 31, 31);
        assertThat(found.get("classes")).isEqualTo(Tensor.longs(new long[] {2}, 0, 0));
    }

    @Test
    void boxesOfDifferentClassesDoNotHideEachOther() throws Exception {
        Tensor scores = matrix(4, 0.8f, 0, 0, 0.9f, 0, 0, 0, 0);
        Map<String, Tensor> found = run(BOXES, scores).run();
        assertThat(found.get("labels").strings()).containsExactly("1", "0");
    }

    @Test
    void aBoxEndsWhereThePictureDoes() throws Exception {
        Map<String, Tensor> found = run(BOXES, scores(0, 0, 0, 0.7f)).run();
        assertThat(floats(found.get("boxes"))).containsExactly(0, 20, 100, 50);
    }

    @Test
    void noMoreThanAskedForOfAllClassesTogether() throws Exception {
        Tensor scores = matrix(4, 0.8f, 0.85f, 0, 0, 0.9f, 0.7f, 0, 0);
        Map<String, Tensor> found = run(BOXES, scores).set("k", 2).run();
        assertThat(floats(found.get("scores"))).containsExactly(0.9f, 0.85f);
    }

    @Test
    void nothingSureEnoughIsNothing() throws Exception {
        Map<String, Tensor> found = run(BOXES, scores(0.1f, 0.2f, 0.3f, 0.4f)).run();
        assertThat(found.get("boxes").dims()).containsExactly(0, 4);
        assertThat(found.get("labels").strings()).isEmpty();
    }

    @Test
    void thresholdsAreSettings() throws Exception {
        Map<String, Tensor> found = run(BOXES, scores(0.1f, 0.2f, 0.3f, 0.4f))
                .set("threshold", new Value.Real(0.05))
                .set("overlap", new Value.Real(1))
                .run();
        assertThat(found.get("labels").strings()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "corners, pixels, 10, 20, 30, 40",
        "rows, pixels, 20, 10, 40, 30",
        "centre, pixels, 20, 30, 20, 20",
        "size, pixels, 10, 20, 20, 20",
        "corners, fractions, 0.1, 0.4, 0.3, 0.8",
        "centre, fractions, 0.2, 0.6, 0.2, 0.4"
    })
    void theSameBoxIsReadFromAnyForm(String format, String unit, float a, float b, float c, float d) throws Exception {
        Tensor found = run(matrix(1, a, b, c, d), scores(0.9f))
                .set("format", format)
                .set("unit", unit)
                .run("boxes");
        assertThat(floats(found)).usingComparatorWithPrecision(1e-4f).containsExactly(10, 20, 30, 40);
    }

    @Test
    void isShownOverThePicture() throws Exception {
        assertThat(run(BOXES, scores(1, 1, 1, 1)).view())
                .isEqualTo(new View.Boxes("boxes", "labels", "scores", "image"));
    }
}
