package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.inside.Pick;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.DesignerWindow.Size;
import dev.amalgam.ui.inside.InsideView;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever hears the window instead of seeing it is told of everything that can be used what it is and what it is called. */
class AccessibleTest extends WindowCase {
    @Override
    Size size() {
        return new Size(1440, 900);
    }

    @BeforeEach
    void openSample() {
        call("file.sample");
    }

    @Test
    void whatIsSeenFirstHasNames() {
        expectNames("at first");
    }

    @Test
    void theInspectorOfEachNodeHasNames() {
        List<NodeId> nodes = window.workspace().document().state().graph().nodes().stream()
                .map(Node::id)
                .toList();
        assertThat(nodes).hasSizeGreaterThan(10);
        for (NodeId node : nodes) {
            robot.interact(() -> window.canvas().select(Set.of(node)));
            settle();
            expectNames("with " + node + " selected");
        }
    }

    @Test
    void whatIsOpenedHasNames() {
        for (String action : List.of("view.outline", "view.problems")) {
            call(action);
            expectNames(action);
        }
        robot.interact(() -> window.canvas().select(Set.of(new NodeId("softmax"))));
        settle();
        for (String action : List.of("compare.setting", "help.commands", "help.keys", "find.open", "add.search")) {
            call(action);
            expectNames(action);
            robot.push(KeyCode.ESCAPE);
            settle();
        }
    }

    @Test
    void enlargedValuesHaveNames() {
        for (String node : List.of("shared bottom", "embedding")) {
            robot.interact(() -> window.canvas().select(Set.of(new NodeId(node))));
            settle();
            call("preview.beside");
            for (int i = 0; i < 6; i++) {
                call("preview.next");
                expectNames("with the value of " + node + " enlarged, " + i);
            }
        }
    }

    @Test
    void theInsideOfAComponentHasNames() {
        robot.interact(() -> window.canvas().select(Set.of(new NodeId("shared bottom"))));
        settle();
        call("inside.open");
        expectNames("inside");
        InsideView view = (InsideView) window.canvas().cover().orElseThrow();
        String weight = view.inside().structure().weights().firstEntry().getKey();
        for (Pick pick : List.of(new Pick.Operator(3), new Pick.Tensor("flatten_1"), new Pick.Weight(weight))) {
            robot.interact(() -> view.reveal(pick));
            settle();
            expectNames("with " + pick + " chosen");
        }
    }

    /** Cells say what they show; the list they stand in is what has the focus. */
    private void expectNames(String when) {
        assertThat(all(window.scene().getRoot())
                        .filter(node -> node.isFocusTraversable() || node.getOnMouseClicked() != null)
                        .filter(node -> !(node instanceof Cell))
                        .filter(node -> !isNamed(node) || node.getAccessibleRole() == AccessibleRole.NODE))
                .as(when)
                .isEmpty();
        assertThat(all(window.scene().getRoot())
                        .filter(node -> node instanceof Cell<?> cell && !cell.isEmpty() && cell.getItem() != null)
                        .filter(node -> !isNamed(node)))
                .as(when)
                .isEmpty();
    }

    private static Stream<javafx.scene.Node> all(javafx.scene.Node node) {
        if (!node.isVisible()) {
            return Stream.of();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(AccessibleTest::all))
                : Stream.of(node);
    }

    /** A sign such as × is no name, and neither is what stands in a field. */
    private static boolean isNamed(javafx.scene.Node node) {
        String given = node.getAccessibleText();
        if (given != null) {
            return !given.isBlank();
        }
        return node instanceof Labeled labeled
                && String.valueOf(labeled.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                        .matches("(?s).*[\\p{L}\\p{N}].*")
                && labeled.getText() != null;
    }

    private void call(String action) {
        robot.interact(() -> window.actions().get(action).run());
        settle();
    }
}
