package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.Problem;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** A component of our own making takes the logarithm of a negative number deep inside; the window finds where. */
class TraceWindowTest extends WindowCase {
    private static final NodeId NUMBERS = new NodeId("numbers");
    private static final NodeId COMPONENT = new NodeId("component");

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() throws Exception {
        GraphBuilder graph = new GraphBuilder("component");
        TensorType type = TensorType.parse("float32[1,3]");
        Scope deep = graph.scope("deep");
        Ref at = graph.input("x", type);
        for (int i = 0; i < 60; i++) {
            at = i == 40
                    ? deep.op("Log", deep.op("Neg", at))
                    : deep.op("Add", at, deep.constant(Tensor.scalar(1f + i)));
        }
        graph.output("y", at, type);
        Path file = folder.resolve("component.onnx");
        graph.build().write(file);
        Value model = window.workspace().reference(file);
        Settings numbers = Settings.NONE.with("shape", reals(1, 3)).with("values", reals(1, 2, 3));
        var document = window.workspace().document();
        apply(new Edit.Add(new Node(NUMBERS, "tensor", numbers), new Position(0, 0)));
        apply(new Edit.Add(new Node(COMPONENT, "onnx", Settings.NONE.with("model", model)), new Position(300, 0)));
        window.workspace().settled();
        String output = document.state()
                .typing()
                .node(NUMBERS)
                .orElseThrow()
                .outputs()
                .firstEntry()
                .getKey();
        apply(new Edit.Connect(new PortRef(NUMBERS, output), new PortRef(COMPONENT, "x")));
        waitUntil(() -> !findings().isEmpty());
        settle();
    }

    private static Value reals(double... numbers) {
        return new Value.Items(
                Arrays.stream(numbers).<Value>mapToObj(Value.Real::new).toList());
    }

    private void apply(Edit edit) {
        assertThat(window.workspace().document().apply(edit)).isEmpty();
    }

    private List<Problem> findings() {
        return window.workspace().live().state().node(COMPONENT).findings();
    }

    private static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }

    @Test
    void theActionOnTheNodeNamesTheOperator() throws Exception {
        robot.interact(() -> window.canvas().select(Set.of(COMPONENT)));
        settle();
        robot.interact(
                () -> assertThat(window.actions().get("node.trace").run()).isTrue());
        waitUntil(() -> findings().getFirst().message().contains("Log 'deep/Log'"));
        settle();
        assertThat(findings().getFirst().message()).contains("it begins at operator 42 of 61");
        assertThat(window.workspace().live().state().node(COMPONENT).isTrue()).isTrue();
        assertThat(window.workspace().live().state().node(COMPONENT).key()).isPresent();
        robot.interact(() -> assertThat(
                        window.actions().get("node.trace").enabledProperty().get())
                .isFalse());
    }

    @Test
    void theButtonOnTheProblemDoesTheSame() throws Exception {
        robot.interact(() -> window.actions().get("view.problems").run());
        settle();
        Button button = robot.lookup("#problem-list .trace").query();
        robot.interact(button::fire);
        waitUntil(() -> findings().getFirst().message().contains("Log 'deep/Log'"));
        settle();
        assertThat(robot.lookup("#problem-list .trace").queryAll()).isEmpty();
    }
}
