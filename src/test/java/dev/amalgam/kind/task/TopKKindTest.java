package dev.amalgam.kind.task;

import static dev.amalgam.kind.Numbers.floats;
import static dev.amalgam.kind.Numbers.longs;
import static dev.amalgam.kind.Numbers.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.kind.KindException;
import dev.amalgam.kind.KindRun;
import dev.amalgam.kind.View;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopKKindTest {
    private static final List<String> LABELS = List.of("tabby, tabby cat", "Egyptian cat", "café", "船");

    private static KindRun topK(int k, Tensor scores) {
        return KindRun.of(new TopKKind()).file("labels", LABELS).set("k", k).in("scores", scores);
    }

    @Test
    void saysTheBestByNameWithTwoDecimals() throws Exception {
        Map<String, Tensor> values =
                topK(3, matrix(1, 0.2f, 0.6249f, 0, 0.1751f)).run();
        assertThat(values.get("text").strings())
                .containsExactly("Egyptian cat 0.62", "tabby, tabby cat 0.20", "船 0.18");
        assertThat(values.get("labels").strings()).containsExactly("Egyptian cat", "tabby, tabby cat", "船");
        assertThat(floats(values.get("scores"))).containsExactly(0.6249f, 0.2f, 0.1751f);
        assertThat(longs(values.get("indices"))).containsExactly(1, 0, 3);
    }

    @Test
    void ranksEachRowByItself() throws Exception {
        Map<String, Tensor> values =
                topK(2, matrix(2, 1, 0, 0, 0, 0, 0.05f, 0.949f, 0.001f)).run();
        assertThat(values.get("text").strings())
                .containsExactly("tabby, tabby cat 1.00", "Egyptian cat 0.00", "café 0.95", "Egyptian cat 0.05");
        assertThat(values.get("text").dims()).containsExactly(2, 2);
    }

    @Test
    void measuresEntropyInNats() throws Exception {
        // ln 4 for four equal ones; ½·ln 2 + 2·¼·ln 4 = 1.5·ln 2; 0 for a row that is decided.
        Tensor scores = matrix(3, 0.25f, 0.25f, 0.25f, 0.25f, 0.5f, 0.25f, 0.25f, 0, 0, 0, 1, 0);
        float[] expected = {(float) Math.log(4), (float) (1.5 * Math.log(2)), 0};
        assertThat(floats(topK(1, scores).run("entropy"))).containsExactly(expected, within(1e-6f));
    }

    @Test
    void addsALineForTheEntropy() throws Exception {
        KindRun run = topK(1, matrix(2, 0.25f, 0.25f, 0.25f, 0.25f, 0, 0, 1, 0)).set("entropy-line", true);
        Tensor text = run.run("text");
        assertThat(text.strings())
                .containsExactly("tabby, tabby cat 0.25", "entropy 1.39 nats", "café 1.00", "entropy 0.00 nats");
        assertThat(text.dims()).containsExactly(2, 2);
        assertThat(run.types().get("labels")).hasToString("string[2,1]");
    }

    @Test
    void namesClassesByNumberWithoutALabelFile() throws Exception {
        KindRun run = KindRun.of(new TopKKind()).set("k", 2).in("scores", matrix(1, 0.25f, 0, 0.75f));
        assertThat(run.run("text").strings()).containsExactly("2 0.75", "0 0.25");
    }

    @Test
    void takesAsManyScoresAsThereAreLabels() throws Exception {
        assertThat(topK(1, matrix(1, 0, 0, 0, 1))
                        .bareSignature()
                        .inputs()
                        .getFirst()
                        .type())
                .hasToString("float32[N,4]");
    }

    @Test
    void refusesToRankMoreThanThereAre() {
        assertThatThrownBy(() -> topK(5, matrix(1, 0, 0, 0, 1)).bareSignature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("only 4 to rank, not 5");
        assertThatThrownBy(() ->
                        KindRun.of(new TopKKind()).in("scores", matrix(1, 0, 1)).signature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("only 2 to rank, not 5");
    }

    @Test
    void isShownAsARanking() throws Exception {
        assertThat(topK(1, matrix(1, 0, 0, 0, 1)).view()).isEqualTo(new View.Ranking("labels", "scores"));
    }
}
