package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Aspect;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value;
import dev.amalgam.project.Npy;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.DesignerWindow.Size;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Values are looked at more closely: opened, kept side by side, seen in other ways, taken out. */
class ValuesTest extends WindowCase {
    private static final NodeId SOFTMAX = new NodeId("softmax");
    private static final NodeId BOTTOM = new NodeId("shared bottom");

    @TempDir
    Path folder;

    @Override
    Size size() {
        return new Size(1440, 900);
    }

    @BeforeEach
    void openSample() throws Exception {
        call("file.sample");
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> window.workspace().live().state().node(SOFTMAX).status() == Status.FRESH
                        || window.workspace().live().state().node(SOFTMAX).status() == Status.CACHED);
        settle();
    }

    private void call(String action) {
        robot.interact(() -> window.actions().get(action).run());
        settle();
    }

    private void open(NodeId node, String action) {
        robot.interact(() -> window.canvas().select(Set.of(node)));
        settle();
        call(action);
    }

    private List<Node> panes() {
        return window.scene().getRoot().lookupAll(".value-pane").stream()
                .sorted(java.util.Comparator.comparingDouble(Node::getLayoutX))
                .toList();
    }

    private List<String> names() {
        return panes().stream()
                .map(pane -> pane.getAccessibleText().split(",")[0])
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Aspect> aspects(Node pane) {
        return pane.lookupAll(".combo-box").stream()
                .map(box -> (ComboBox<?>) box)
                .filter(box -> !box.getItems().isEmpty() && box.getItems().getFirst() instanceof Aspect)
                .map(box -> (ComboBox<Aspect>) box)
                .findFirst()
                .orElseThrow();
    }

    private void see(Node pane, Aspect aspect) {
        robot.interact(() -> aspects(pane).setValue(aspect));
        settle();
    }

    private static boolean is(Node pane, String state) {
        return pane.getPseudoClassStates().contains(PseudoClass.getPseudoClass(state));
    }

    @Test
    void theNextValueTakesThePlaceOfTheLastUnlessThatIsKept() {
        assertThat(panes()).isEmpty();
        open(SOFTMAX, "preview.open");
        open(BOTTOM, "preview.open");
        assertThat(names()).containsExactly("shared bottom.encoding");
        call("preview.pin");
        open(SOFTMAX, "preview.open");
        assertThat(names()).containsExactly("shared bottom.encoding", "softmax.probabilities");
        open(new NodeId("embedding"), "preview.beside");
        assertThat(names()).containsExactly("shared bottom.encoding", "embedding.embedding");
    }

    @Test
    void closedByKeyTheLastOneLeavesTheLivePanelAlone() {
        open(SOFTMAX, "preview.open");
        assertThat(window.scene().getRoot().lookup(".below").getPseudoClassStates())
                .doesNotContain(PseudoClass.getPseudoClass("alone"));
        robot.interact(() -> window.canvas().requestFocus());
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        settle();
        assertThat(panes()).isEmpty();
        assertThat(window.scene().getRoot().lookup(".below").getPseudoClassStates())
                .contains(PseudoClass.getPseudoClass("alone"));
    }

    @Test
    void enterSelectsACardAndOnceMoreOpensItsValue() {
        robot.interact(() -> {
            window.canvas().select(Set.of());
            window.canvas().requestFocus();
        });
        robot.push(KeyCode.N);
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(panes()).isEmpty();
        assertThat(window.canvas().selectedNodes()).containsExactly(new NodeId("photo"));
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(names()).containsExactly("photo.image");
    }

    @Test
    void oneKeyOpensAndOneGoesThroughTheWaysToSeeIt() {
        robot.interact(() -> window.canvas().select(Set.of(SOFTMAX)));
        robot.interact(() -> window.canvas().requestFocus());
        robot.push(KeyCode.V);
        settle();
        assertThat(aspects(panes().getFirst()).getValue()).isEqualTo(Aspect.BARS);
        robot.push(KeyCode.F6);
        settle();
        assertThat(aspects(panes().getFirst()).getValue()).isEqualTo(Aspect.HISTOGRAM);
    }

    @Test
    void withNothingSelectedThereIsNothingToOpen() {
        robot.interact(() -> window.canvas().select(Set.of()));
        assertThat(window.actions().get("preview.open").run()).isFalse();
    }

    @Test
    void aResultIsLookedAtByWhatIsWiredToIt() {
        open(new NodeId("decide"), "preview.open");
        assertThat(names()).containsExactly("top five.text");
    }

    @Test
    void whatIsKeptFollowsItsNodeThroughEdits() {
        open(SOFTMAX, "preview.beside");
        apply(new Edit.Rename(SOFTMAX, new NodeId("chances")));
        assertThat(names()).containsExactly("chances.probabilities");
        apply(new Edit.Remove(Set.of(new NodeId("chances"))));
        assertThat(panes().getFirst().getAccessibleText()).contains("not there any more");
        robot.interact(() -> window.canvas().undo());
        awaitTrue("chances");
        assertThat(panes().getFirst().getAccessibleText()).contains("float32[1,1000]");
        assertThat(window.workspace().document().state().history().canRedo()).isTrue();
    }

    private void apply(Edit edit) {
        robot.interact(
                () -> assertThat(window.workspace().document().apply(edit)).isEmpty());
        settle();
    }

    private void awaitTrue(String node) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> {
                Status status =
                        window.workspace().live().state().node(new NodeId(node)).status();
                return status == Status.FRESH || status == Status.CACHED;
            });
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(node + " has no result", e);
        }
        settle();
    }

    @Test
    void whatFailsSaysWhy() {
        open(SOFTMAX, "preview.beside");
        apply(new Edit.Change(new NodeId("normalise"), "layout", Optional.of(new Value.Text("no such layout"))));
        Node pane = panes().getFirst();
        assertThat(is(pane, "blocked") || is(pane, "stale")).isTrue();
        awaitBlocked(pane);
        assertThat(pane.getAccessibleText()).contains("blocked", "normalise");
    }

    private void awaitBlocked(Node pane) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> is(pane, "blocked"));
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("never blocked", e);
        }
        settle();
    }

    @Test
    void eachOutputOfANodeCanBeSeen() {
        open(BOTTOM, "preview.open");
        ComboBox<?> outputs = (ComboBox<?>) panes().getFirst().lookup(".value-head .combo-box");
        assertThat(outputs.getItems()).extracting(Object::toString).containsExactly("encoding", "pooled", "logits");
        robot.interact(() -> outputs.getSelectionModel().select(2));
        settle();
        assertThat(names()).containsExactly("shared bottom.logits");
        assertThat(aspects(panes().getFirst()).getItems()).containsExactly(Aspect.BARS, Aspect.HISTOGRAM, Aspect.TABLE);
    }

    @Test
    void everyAspectOfTheSampleIsDrawn() {
        for (NodeId node : List.of(BOTTOM, SOFTMAX, new NodeId("embedding"), new NodeId("activation map"))) {
            open(node, "preview.open");
            Node pane = panes().getFirst();
            for (Aspect aspect : List.copyOf(aspects(pane).getItems())) {
                see(pane, aspect);
                boolean fewSeen = aspect == Aspect.NEIGHBOURS || aspect == Aspect.PROJECTION;
                Node drawn = aspect == Aspect.TABLE ? pane.lookup(".value-grid") : pane.lookup(".preview");
                assertThat(fewSeen || (drawn != null && drawn.isVisible()))
                        .as(node + " " + aspect)
                        .isTrue();
            }
        }
    }

    @Test
    void theTableIsWalkedByKeysAndWhatIsSelectedIsCopied() throws Exception {
        open(SOFTMAX, "preview.open");
        Node pane = panes().getFirst();
        see(pane, Aspect.TABLE);
        Node grid = pane.lookup(".value-grid");
        robot.interact(grid::requestFocus);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        settle();
        assertThat(grid.getAccessibleText()).startsWith("Row 0, column 2: ");
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        settle();
        Tensor value = window.workspace().live().state().node(SOFTMAX).outputs().get("probabilities");
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0])
                .isEqualTo(value.floats().get(1) + "," + value.floats().get(2) + "\n");
    }

    @Test
    void allOfAValueIsSavedAsANumpyFile() throws Exception {
        open(SOFTMAX, "preview.open");
        Path file = folder.resolve("values.npy");
        dialogs.file = Optional.of(file);
        MenuButton copy = (MenuButton) panes().getFirst().lookup(".menu-button");
        robot.interact(() -> copy.getItems().getLast().fire());
        settle();
        assertThat(Npy.read(file))
                .isEqualTo(window.workspace()
                        .live()
                        .state()
                        .node(SOFTMAX)
                        .outputs()
                        .get("probabilities"));
    }

    @Test
    void itsFiguresStandBelowIt() {
        open(SOFTMAX, "preview.open");
        Label foot = (Label) panes().getFirst().lookup(".value-foot");
        assertThat(foot.getText()).contains("norm", "finite");
    }
}
