package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Execution;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Optimisation;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.project.RuntimeLimits;
import dev.amalgam.ui.action.Action;
import dev.amalgam.ui.execution.LimitsPane;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** How a document is run is chosen at the button that says where it runs, by keyboard too, and undone like any edit. */
class ExecutionTest extends WindowCase {
    @Test
    void theButtonOpensByKeyboardAndListsEveryDevice() throws Exception {
        untilOffered();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        settle();
        MenuButton button = button();
        assertThat(button.isShowing()).isTrue();
        assertThat(button.getText()).startsWith("CPU, ");
        assertThat(item(button, "run.device-cpu").isDisable()).isFalse();
        MenuItem cuda = item(button, "run.device-cuda");
        assertThat(cuda.isDisable()).isTrue();
        assertThat(cuda.getText()).matches("Run on CUDA: (this ONNX Runtime .* was built without CUDA|no graphics.*)");
        assertThat(item(button, "run.device-coreml").getText()).contains(": ");
        robot.interact(button::hide);
    }

    @Test
    void threadsAndOptimisationAreEditsOfTheDocument() {
        call("run.optimisation-basic");
        assertThat(execution()).isEqualTo(Execution.STANDARD.withOptimisation(Optimisation.BASIC));
        assertThat(action("run.optimisation-basic").onProperty().get()).isTrue();
        int cores = Runtime.getRuntime().availableProcessors();
        if (cores > 1) {
            call("run.threads-fewer");
            assertThat(execution().threads()).isEqualTo(cores - 1);
            call("run.threads-more");
            assertThat(execution().threads()).isEqualTo(cores);
        }
        robot.interact(() -> assertThat(action("run.threads-more").run()).isFalse());
        call("run.threads-automatic");
        assertThat(execution().threads()).isZero();
        call("edit.undo");
        robot.interact(() -> {
            while (window.workspace().document().state().history().canUndo()) {
                window.workspace().document().undo();
            }
        });
        assertThat(execution()).isEqualTo(Execution.STANDARD);
    }

    @Test
    void aDeviceThatIsNotThereIsToldAtTheButtonAndOnceBelow() throws Exception {
        robot.interact(() -> {
            var document = window.workspace().document();
            document.apply(new Edit.Add(new Node(new NodeId("x"), "tensor", Settings.NONE), new Position(0, 0)));
            document.apply(new Edit.Execute(Execution.STANDARD.withDevice("tpu")));
        });
        until(() -> !said().isEmpty() && window.workspace().live().state().isSettled());
        settle();
        assertThat(said()).isEqualTo("Runs on the processor: there is no device 'tpu'; there is cpu.");
        assertThat(button().getTooltip().getText()).startsWith(said()).contains("ONNX Runtime");
        assertThat(button().getStyleClass()).contains("busy");
        assertThat(button().getAccessibleText()).contains("Runs on the processor");
        call("run.device-cpu");
        until(() -> !button().getStyleClass().contains("busy"));
        assertThat(button().getTooltip().getText()).startsWith("ONNX Runtime");
    }

    @Test
    void theLimitsAreChosenAndKept() {
        robot.interact(() -> {
            LimitsPane pane = new LimitsPane(desk.preferences(), desk.settings().worker());
            choose(pane, "#limits-cache", 512);
            choose(pane, "#limits-stop", 30);
        });
        assertThat(desk.preferences().now().limits())
                .isEqualTo(new RuntimeLimits(OptionalInt.of(512), OptionalInt.of(30)));
        robot.interact(() -> {
            LimitsPane pane = new LimitsPane(desk.preferences(), desk.settings().worker());
            choose(pane, "#limits-cache", 0);
            choose(pane, "#limits-stop", 0);
        });
        assertThat(desk.preferences().now().limits()).isEqualTo(RuntimeLimits.STANDARD);
        call("run.limits");
        assertThat(dialogs.told).containsExactly("Limits of the runtime");
    }

    @SuppressWarnings("unchecked")
    private static void choose(LimitsPane pane, String id, int value) {
        ComboBox<Integer> choice = (ComboBox<Integer>) pane.lookup(id);
        assertThat(choice.getAccessibleText()).isNotBlank();
        choice.setValue(value);
    }

    /** The runtime has told which devices there are. */
    private void untilOffered() throws Exception {
        robot.interact(() -> window.workspace()
                .document()
                .apply(new Edit.Add(new Node(new NodeId("x"), "tensor", Settings.NONE), new Position(0, 0))));
        until(() -> action("run.device-cuda").titleProperty().get().contains(":"));
        settle();
    }

    /** What is in the window may only be looked at on its own thread. */
    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private MenuButton button() {
        return robot.lookup("#device").queryAs(MenuButton.class);
    }

    private String said() {
        return robot.lookup("#hint").queryAs(Label.class).getText();
    }

    private static MenuItem item(MenuButton button, String id) {
        return button.getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private Execution execution() {
        return window.workspace().document().state().graph().execution();
    }

    private Action action(String name) {
        return window.actions().get(name);
    }

    private void call(String action) {
        robot.interact(() -> window.actions().get(action).run());
        settle();
    }
}
