package dev.amalgam.kind.task;

import static dev.amalgam.kind.Numbers.bytes;
import static dev.amalgam.kind.Numbers.floats;
import static dev.amalgam.kind.Numbers.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.graph.Value;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.KindRun;
import dev.amalgam.kind.View;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThresholdKindTest {
    private static final List<String> LABELS = List.of("cat", "dog", "cup", "boat");
    private static final Tensor SCORES = matrix(2, 0.9f, 0.5f, 0.2f, 0.4f, 0, 0.49f, 0.21f, 1);

    private static KindRun watched(Object[]... rows) {
        return KindRun.of(new ThresholdKind())
                .file("labels", LABELS)
                .rows("watched", rows)
                .in("scores", SCORES);
    }

    private static Object[] row(Object... cells) {
        return cells;
    }

    @Test
    void decidesOnAllColumnsAtOrAboveOneThreshold() throws Exception {
        Map<String, Tensor> values =
                KindRun.of(new ThresholdKind()).in("scores", SCORES).run();
        assertThat(bytes(values.get("decisions"))).containsExactly(1, 1, 0, 0, 0, 0, 0, 1);
        assertThat(values.get("scores")).isEqualTo(SCORES);
    }

    @Test
    void takesAnotherThresholdForAll() throws Exception {
        KindRun run = KindRun.of(new ThresholdKind())
                .set("threshold", new Value.Real(0.21))
                .in("scores", SCORES);
        assertThat(bytes(run.run("decisions"))).containsExactly(1, 1, 0, 1, 0, 1, 1, 1);
    }

    @Test
    void decidesOnWatchedLabelsByTheirOwnThresholds() throws Exception {
        KindRun run = watched(row("label", "boat", "threshold", 0.4), row("label", "cat", "threshold", 0.95));
        Map<String, Tensor> values = run.run();
        assertThat(floats(values.get("scores"))).containsExactly(0.4f, 0.9f, 1, 0);
        assertThat(bytes(values.get("decisions"))).containsExactly(1, 0, 1, 0);
        assertThat(run.types()).hasToString("{decisions=uint8[2,2], scores=float32[2,2]}");
    }

    @Test
    void showsWatchedLabelsUnderTheirNames() throws Exception {
        KindRun run = watched(row("label", "boat", "threshold", 0.4, "name", "ship"), row("label", "cat"));
        assertThat(run.view())
                .isEqualTo(new View.Switches("scores", "decisions", List.of("ship", "cat"), List.of(0.4, 0.5)));
    }

    @Test
    void showsAllLabelsWhereNoneIsWatched() throws Exception {
        KindRun run = KindRun.of(new ThresholdKind()).file("labels", List.of("yes", "no"));
        assertThat(run.view())
                .isEqualTo(new View.Switches("scores", "decisions", List.of("yes", "no"), List.of(0.5, 0.5)));
    }

    @Test
    void namesTheNearestLabel() {
        assertThatThrownBy(() -> watched(row("label", "boot")).signature())
                .isInstanceOfSatisfying(KindException.class, e -> {
                    assertThat(e.code()).isEqualTo("unknown-label");
                    assertThat(e).hasMessageContaining("'boot'");
                    assertThat(e.remedy()).contains("'boat'");
                });
    }

    @Test
    void asksForLabelsBeforeOneIsWatched() {
        KindRun run = KindRun.of(new ThresholdKind()).rows("watched", row("label", "cat"));
        assertThatThrownBy(run::signature).isInstanceOf(KindException.class).hasMessageContaining("label file");
    }

    @Test
    void takesAsManyScoresAsThereAreLabels() throws Exception {
        assertThat(KindRun.of(new ThresholdKind())
                        .file("labels", LABELS)
                        .bareSignature()
                        .inputs()
                        .getFirst()
                        .type())
                .hasToString("float32[N,4]");
    }
}
