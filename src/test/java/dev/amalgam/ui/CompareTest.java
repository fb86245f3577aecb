package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.compare.Comparison;
import dev.amalgam.desk.compare.Deviation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Two runs side by side and a pinned reference, in the window. */
class CompareTest extends WindowCase {
    private static final NodeId SOFTMAX = new NodeId("softmax");
    private static final PortRef PROBABILITIES = PortRef.of("softmax", "probabilities");

    @BeforeEach
    void openSample() throws Exception {
        call("file.sample");
        until(() -> window.workspace().live().state().isSettled()
                && !window.workspace().live().state().node(SOFTMAX).outputs().isEmpty());
    }

    private void until(Callable<Boolean> condition) throws Exception {
        // What is in the window may only be looked at on its own thread.
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        settle();
    }

    private void call(String action) {
        robot.interact(() -> window.actions().get(action).run());
        settle();
    }

    private void temperature(double value) {
        robot.interact(() -> window.workspace()
                .document()
                .apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(value)))));
    }

    private String reference() {
        Label label = robot.lookup("#reference").queryAs(Label.class);
        return label.isVisible() ? label.getText() : "";
    }

    private String summary() {
        return robot.lookup("#compare-summary").queryAs(Label.class).getText();
    }

    private TableView<Comparison.Ports> ports() {
        return robot.lookup("#compare-ports").queryTableView();
    }

    private boolean isOpen() {
        return !robot.lookup("#compare").queryAll().isEmpty();
    }

    @Test
    void aReferenceIsPinnedAndEveryWireShowsHowFarItIsFromIt() throws Exception {
        assertThat(reference()).isEmpty();
        call("run.pin-reference");
        until(() -> reference().equals("All outputs as in the reference"));
        assertThat(marks()).isZero();
        robot.interact(() -> window.canvas().select(Set.of(SOFTMAX)));
        temperature(3);
        until(() -> reference().startsWith("4 of "));
        // The wires softmax → top five and top five → decide, and the two cards.
        assertThat(marks()).isEqualTo(4);
        assertThat(robot.lookup(".drift-note").queryAs(Label.class).getText())
                .startsWith("Since the reference: Largest difference 0.");
        call("edit.undo");
        until(() -> reference().equals("All outputs as in the reference") && marks() == 0);
        call("run.unpin-reference");
        until(() -> reference().isEmpty());
    }

    private long marks() {
        return robot.lookup(".drift-mark").queryAll().stream()
                .filter(Node::isVisible)
                .count();
    }

    @Test
    void theRevisionBeforeIsComparedSideBySide() throws Exception {
        temperature(3);
        settle();
        robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.B);
        until(() -> isOpen() && summary().startsWith("4 of "));
        Comparison.Ports first = ports().getItems().getFirst();
        assertThat(first.port()).isEqualTo(PROBABILITIES);
        assertThat(first.deviation()).isInstanceOf(Deviation.Apart.class);
        assertThat(robot.lookup(".compare-result").queryAllAs(Label.class))
                .hasSize(4)
                .first()
                .extracting(Label::getText)
                .isEqualTo("decide");
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(isOpen()).isFalse();
        assertThat(window.canvas().selectedNodes()).containsExactly(SOFTMAX);
    }

    @Test
    void anotherSettingIsTriedWithoutChangingTheDocument() throws Exception {
        var before = window.workspace().document().state().graph();
        robot.interact(() -> window.canvas().select(Set.of(SOFTMAX)));
        settle();
        call("compare.setting");
        assertThat(summary()).isEqualTo("Choose what B has otherwise. The document stays as it is.");
        robot.interact(() -> {
            TextField field = robot.from(robot.lookup("#compare").queryAll())
                    .lookup(".text-field")
                    .queryAs(TextField.class);
            field.requestFocus();
            field.setText("5");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        until(() -> summary().startsWith("4 of "));
        assertThat(window.workspace().document().state().graph()).isEqualTo(before);
        robot.push(KeyCode.ESCAPE);
        settle();
        assertThat(isOpen()).isFalse();
    }

    @Test
    void anotherModelIsTriedInTheSamePlace(@TempDir Path folder) throws Exception {
        Path copy = folder.resolve("same.onnx");
        Files.copy(Path.of("samples/figure-3/models/mobilenet-v1.onnx"), copy);
        robot.interact(() -> window.canvas().select(Set.of(SOFTMAX)));
        robot.interact(() ->
                assertThat(window.actions().get("compare.component").run()).isFalse());
        robot.interact(() -> window.canvas().select(Set.of(new NodeId("shared bottom"))));
        dialogs.file = Optional.of(copy);
        call("compare.component");
        // The same bytes at another place are the same model.
        until(() -> isOpen() && summary().equals("All outputs are equal to the last bit."));
        assertThat(window.workspace().document().state().isModified()).isFalse();
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void theOutlineSaysHowFarAnOutputIsFromTheReference() throws Exception {
        call("run.pin-reference");
        call("view.outline");
        temperature(3);
        until(() -> reference().startsWith("4 of "));
        TreeView<?> outline = robot.lookup("#outline-tree").queryAs(TreeView.class);
        assertThat(words(outline.getRoot())).anyMatch(it -> it.contains("Since the reference: Largest difference"));
    }

    private static List<String> words(TreeItem<?> item) {
        return Stream.concat(
                        Stream.of(String.valueOf(item.getValue())),
                        item.getChildren().stream().flatMap(it -> words(it).stream()))
                .toList();
    }

    @Test
    void theLastSavedAndAnyRevisionAreCompared() throws Exception {
        robot.interact(
                () -> assertThat(window.actions().get("compare.saved").run()).isFalse());
        temperature(3);
        temperature(2);
        settle();
        call("compare.saved");
        until(() -> isOpen() && summary().startsWith("4 of "));
        robot.push(KeyCode.ESCAPE);
        settle();
        call("compare.revision");
        robot.push(KeyCode.ENTER);
        until(() -> isOpen() && summary().startsWith("4 of "));
        robot.push(KeyCode.ESCAPE);
        settle();
        assertThat(window.workspace().document().state().history().past()).hasSizeGreaterThan(2);
    }
}
