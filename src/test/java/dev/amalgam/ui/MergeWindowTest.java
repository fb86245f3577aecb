package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.onnx.Disguise;
import dev.amalgam.onnx.OnnxModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** One bottom for two models that are selected on the canvas. */
class MergeWindowTest extends WindowCase {
    private static final Path MOBILENET = Path.of("samples/figure-3/models/mobilenet-v1.onnx");
    private static final NodeId NOISE = new NodeId("noise");
    private static final NodeId ONE = new NodeId("one");
    private static final NodeId OTHER = new NodeId("other");
    private static final NodeId CLASSES = new NodeId("classes");
    private static final NodeId FLOWERS = new NodeId("flowers");

    @TempDir
    private Path folder;

    @BeforeEach
    void putTwoMobileNetsOnTheCanvas() throws Exception {
        Path flowers = folder.resolve("flowers.onnx");
        OnnxModel model = OnnxModel.read(MOBILENET);
        OnnxModel second = Disguise.withHead(model, "global_average_pooling2d_1", 1024, 5, 17);
        second.write(flowers);
        Value file = window.workspace().reference(MOBILENET.toAbsolutePath());
        Value otherFile = window.workspace().reference(flowers);
        robot.interact(() -> apply(new Edit.Batch(
                "Add",
                List.of(
                        add(NOISE, "noise", Map.of("shape", sizes(1, 3, 224, 224)), 0, 100),
                        add(ONE, "onnx", Map.of("model", file), 300, 0),
                        add(OTHER, "onnx", Map.of("model", otherFile), 300, 300),
                        add(CLASSES, "output", Map.of(), 620, 0),
                        add(FLOWERS, "output", Map.of(), 620, 300)))));
        window.workspace().settled();
        robot.interact(() -> apply(new Edit.Batch(
                "Connect",
                List.of(
                        connect(NOISE, "noise", ONE, "image"),
                        connect(
                                NOISE,
                                "noise",
                                OTHER,
                                second.inspect().inputs().getFirst().name()),
                        connect(ONE, "probabilities", CLASSES, "value"),
                        connect(OTHER, second.inspect().outputs().getFirst().name(), FLOWERS, "value")))));
        settle();
    }

    private void apply(Edit edit) {
        assertThat(window.workspace().document().apply(edit)).isEmpty();
    }

    private static Edit add(NodeId id, String kind, Map<String, Value> settings, double x, double y) {
        return new Edit.Add(new Node(id, kind, Settings.of(settings)), new Position(x, y));
    }

    private static Edit connect(NodeId from, String output, NodeId to, String input) {
        return new Edit.Connect(new PortRef(from, output), new PortRef(to, input));
    }

    private static Value sizes(double... sizes) {
        return new Value.Items(
                Arrays.stream(sizes).<Value>mapToObj(Value.Real::new).toList());
    }

    private void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                120,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition).get());
        settle();
    }

    private Amalgamation graph() {
        return window.workspace().document().state().graph();
    }

    private String says(String label) {
        return robot.lookup("#" + label).queryAs(Label.class).getText();
    }

    private void select(NodeId... nodes) {
        robot.interact(() -> window.canvas().select(Set.of(nodes)));
    }

    @Test
    void twoModelsBecomeOneBottomInOneStep() throws Exception {
        select(ONE, OTHER);
        robot.interact(() -> window.actions().get("node.merge").run());
        until(() -> says("merge-saving").contains("multiply-adds"));
        assertThat(says("merge-summary"))
                .isEqualTo("The first 82 operators with 3.23 M parameters are the same in all of them, to the last bit."
                        + " They end at global_average_pooling2d_1.");
        assertThat(says("merge-proof")).isEqualTo("On a sample, every output is equal to the last bit.");
        assertThat(says("merge-saving"))
                .isEqualTo("One bottom saves 12.9 MB of weights and 568 M multiply-adds a run.");
        Amalgamation before = graph();
        robot.interact(() -> robot.lookup("#merge-make").queryAs(Button.class).fire());
        until(() -> robot.lookup("#merge").queryAll().isEmpty());
        assertThat(graph().nodes()).hasSize(6);
        NodeId bottom = new NodeId("bottom");
        assertThat(graph().wiresOutOf(NOISE))
                .singleElement()
                .satisfies(wire -> assertThat(wire.to().node()).isEqualTo(bottom));
        assertThat(graph().wiresOutOf(bottom)).hasSize(2);
        assertThat(graph().wiresInto(FLOWERS))
                .singleElement()
                .satisfies(wire -> assertThat(wire.from().node()).isEqualTo(OTHER));
        assertThat(window.workspace().settled().typing().hasErrors()).isFalse();
        robot.interact(() -> window.actions().get("edit.undo").run());
        assertThat(graph().meansTheSameAs(before)).isTrue();
    }

    @Test
    void whereNothingIsCommonItIsSaidAndNothingCanBeMade() throws Exception {
        Path moved = folder.resolve("moved.onnx");
        Disguise.moved(OnnxModel.read(MOBILENET), 0.9e-3f).write(moved);
        Value file = window.workspace().reference(moved);
        robot.interact(() -> apply(new Edit.Change(ONE, "model", Optional.of(file))));
        select(ONE, OTHER);
        robot.interact(() -> window.actions().get("node.merge").run());
        until(() -> says("merge-summary").contains("tolerance of 1e-3"));
        assertThat(robot.lookup("#merge-make").queryAs(Button.class).isDisabled())
                .isTrue();
        robot.interact(() -> {
            robot.lookup("#merge-tolerance").queryAs(TextField.class).setText("1e-3");
            robot.lookup("#merge-again").queryAs(Button.class).fire();
        });
        until(() -> says("merge-proof").contains("Largest difference"));
        assertThat(robot.lookup("#merge-make").queryAs(Button.class).isDisabled())
                .isFalse();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#merge").queryAll()).isEmpty();
    }

    @Test
    void oneModelAloneHasNothingToShare() {
        select(ONE, CLASSES);
        assertThat(window.actions().get("node.merge").enabledProperty().get()).isFalse();
    }
}
