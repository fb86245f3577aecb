package dev.amalgam.desk.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.inside.Taps.Tap;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Stop;
import dev.amalgam.run.Worker;
import dev.amalgam.run.WorkerSettings;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What taps of a MobileNet cost and change, as the runtime says. */
class ProbeTest {
    private static final WorkerSettings SETTINGS = WorkerSettings.defaults();

    @TempDir
    static Path folder;

    private static Worker worker;
    private static Inside inside;
    private static Probe probe;
    private static Map<String, Tensor> feeds;
    private static Map<String, TensorType> sizes;

    @BeforeAll
    static void start() throws Exception {
        worker = Worker.start(SETTINGS);
        inside = Inside.of(OnnxModel.read(Path.of("samples/figure-3/models/mobilenet-v1.onnx")));
        probe = new Probe(worker, SETTINGS, RunOptions.DEFAULT, folder);
        feeds = Probe.feeds(inside.model(), Map.of(), Map.of());
        sizes = probe.sizes(inside.model(), feeds);
    }

    @AfterAll
    static void close() {
        worker.close();
    }

    @Test
    void theLastActivationIsFoundAndProved() throws Exception {
        LastActivation last = LastActivation.of(inside).orElseThrow();
        assertThat(last.probabilities()).isEqualTo("probabilities");
        assertThat(last.logits()).isEqualTo("flatten_1");
        assertThat(probe.difference(inside, last, feeds, new Stop())).isLessThanOrEqualTo(1e-6);
    }

    @Test
    void theFourTapsOfABottomAreSuggested() {
        assertThat(Suggestions.of(inside, sizes))
                .extracting(Tap::port, Tap::tensor)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("encoding", "conv_pw_13_relu"),
                        org.assertj.core.groups.Tuple.tuple("embedding", "global_average_pooling2d_1"),
                        org.assertj.core.groups.Tuple.tuple("logits", "flatten_1"),
                        org.assertj.core.groups.Tuple.tuple("soft", "probabilities"));
    }

    @Test
    void aTapBetweenConvolutionAndNormalisationBlocksTheirFusion() throws Exception {
        String between = inside.structure().operators().stream()
                .filter(operator -> operator.type().equals("BatchNormalization"))
                .skip(5)
                .findFirst()
                .orElseThrow()
                .inputs()
                .getFirst();
        Exposure exposure = probe.measure(inside, between, List.of("probabilities"), feeds, new Stop());
        assertThat(exposure.onTheWay()).isTrue();
        assertThat(exposure.blocksFusion()).isTrue();
        assertThat(exposure.operatorsWith()).isGreaterThan(exposure.operatorsWithout());
        assertThat(exposure.reachMs()).isPositive();
        assertThat(exposure.difference()).isLessThan(1e-4);
    }

    @Test
    void aTapOfTheLogitsBlocksNone() throws Exception {
        Exposure exposure = probe.measure(inside, "flatten_1", List.of("probabilities"), feeds, new Stop());
        assertThat(exposure.changed()).isEmpty();
        assertThat(exposure.blocksFusion()).isFalse();
        assertThat(exposure.difference()).isZero();
    }

    @Test
    void whatNoOtherOutputNeedsIsExtra() throws Exception {
        Exposure exposure = probe.measure(inside, "flatten_1", List.of("conv_pw_5_relu"), feeds, new Stop());
        assertThat(exposure.onTheWay()).isFalse();
        assertThat(exposure.blocksFusion()).isFalse();
    }
}
