package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outline as somebody uses it who has a keyboard and no sight of the canvas. */
class OutlineTest extends WindowCase {
    private static final NodeId SOFTMAX = new NodeId("softmax");
    private static final NodeId BEST = new NodeId("best");

    @BeforeEach
    void openOutline() {
        robot.interact(() -> {
            add("softmax", "softmax", 0);
            add("best", "arg-max", 300);
        });
        settle();
        robot.interact(() -> window.actions().get("view.outline").run());
        settle();
    }

    @Test
    void everyNodeIsALineThatSaysWhatItIs() {
        assertThat(tree().isFocused()).isTrue();
        assertThat(tree().getRoot().getChildren())
                .extracting(item -> item.getValue().toString())
                .satisfiesExactly(
                        it -> assertThat(it).contains("softmax").contains("Softmax"),
                        it -> assertThat(it).contains("best").contains("Arg-max"));
    }

    @Test
    void anOutputIsConnectedByChoosingFromTheListOfInputsThatFit() {
        robot.push(KeyCode.RIGHT).push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertThat(selected()).contains("output");
        robot.push(KeyCode.ENTER).push(KeyCode.ENTER);
        settle();
        assertThat(graph().wires()).singleElement().satisfies(wire -> {
            assertThat(wire.from().node()).isEqualTo(SOFTMAX);
            assertThat(wire.to().node()).isEqualTo(BEST);
        });
        assertThat(tree().isFocused()).isTrue();
    }

    @Test
    void aTakenInputIsOfferedTooAndItsWireGivesWayInTheSameStep() {
        NodeId other = new NodeId("other");
        robot.interact(() -> window.workspace()
                .document()
                .apply(new Edit.Batch(
                        "Other",
                        List.of(
                                new Edit.Add(new Node(other, "softmax", Settings.NONE), new Position(0, 300)),
                                new Edit.Connect(new PortRef(other, "probabilities"), new PortRef(BEST, "scores"))))));
        settle();
        robot.push(KeyCode.RIGHT).push(KeyCode.DOWN).push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER).push(KeyCode.ENTER);
        settle();
        assertThat(graph().wires())
                .singleElement()
                .satisfies(wire -> assertThat(wire.from().node()).isEqualTo(SOFTMAX));
        robot.interact(() -> window.actions().get("edit.undo").run());
        assertThat(graph().wires())
                .singleElement()
                .satisfies(wire -> assertThat(wire.from().node()).isEqualTo(other));
    }

    @Test
    void enterOnAWireGoesToItsOtherEndAndDeleteTakesItAway() {
        robot.push(KeyCode.RIGHT)
                .push(KeyCode.DOWN)
                .push(KeyCode.DOWN)
                .push(KeyCode.ENTER)
                .push(KeyCode.ENTER);
        settle();
        robot.push(KeyCode.RIGHT).push(KeyCode.DOWN);
        assertThat(selected()).contains("to best.");
        robot.push(KeyCode.ENTER);
        assertThat(selected()).contains("input");
        assertThat(window.canvas().selectedNodes()).containsExactly(BEST);
        robot.push(KeyCode.RIGHT).push(KeyCode.DOWN).push(KeyCode.DELETE);
        settle();
        assertThat(graph().wires()).isEmpty();
    }

    @Test
    void aNodeIsRenamedAndRemovedAndBothAreUndone() {
        robot.push(KeyCode.F2).write("scores").push(KeyCode.ENTER);
        settle();
        assertThat(graph().node(new NodeId("scores"))).isPresent();
        assertThat(selected()).contains("scores");
        robot.push(KeyCode.DELETE);
        settle();
        assertThat(graph().nodes()).extracting(Node::id).containsExactly(BEST);
        robot.interact(() -> window.actions().get("edit.undo").run());
        robot.interact(() -> window.actions().get("edit.undo").run());
        assertThat(graph().nodes()).extracting(Node::id).containsExactly(SOFTMAX, BEST);
    }

    @Test
    void itOpensAtWhatIsSelectedOnTheCanvas() {
        robot.interact(() -> window.actions().get("add.find").run());
        robot.interact(() -> tree().getSelectionModel().clearSelection());
        robot.interact(() -> window.canvas().select(Set.of(BEST)));
        robot.interact(() -> window.actions().get("view.outline").run());
        assertThat(selected()).contains("title=best");
        assertThat(window.canvas().selectedNodes()).containsExactly(BEST);
    }

    @Test
    void itFollowsTheCanvasOfTheTabThatIsShown() {
        robot.interact(() -> window.canvas().select(Set.of(BEST)));
        settle();
        robot.interact(() -> window.actions().get("file.new").run());
        robot.interact(() -> {
            add("softmax", "softmax", 0);
            add("best", "arg-max", 300);
        });
        settle();
        assertThat(tree().getSelectionModel().isEmpty())
                .as("nothing is selected there")
                .isTrue();
        robot.interact(() -> window.canvas().select(Set.of(SOFTMAX)));
        settle();
        robot.interact(() -> window.actions().get("file.previous").run());
        settle();
        assertThat(selected()).contains("title=best");
        robot.interact(() -> window.actions().get("file.next").run());
        settle();
        assertThat(selected()).contains("title=softmax");
        assertThat(window.canvas().selectedNodes()).containsExactly(SOFTMAX);
    }

    private String selected() {
        String line = String.valueOf(tree().getSelectionModel().getSelectedItem());
        return line.substring(0, line.indexOf(", below="));
    }

    private void add(String name, String kind, double x) {
        window.workspace()
                .document()
                .apply(new Edit.Add(new Node(new NodeId(name), kind, Settings.NONE), new Position(x, 0)));
    }

    private Amalgamation graph() {
        return window.workspace().document().state().graph();
    }

    private TreeView<?> tree() {
        return robot.lookup("#outline-tree").query();
    }
}
