package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Clip;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TransferActionsTest {
    private OpenCanvas open;

    @Start
    void start(Stage stage) {
        open = new OpenCanvas(Figure.general(), stage);
    }

    @Test
    void copiedNodesArePastedWithTheWiresBetweenThemInOneStep() {
        Amalgamation before = open.graph();
        open.select("photo", "pre-stem");
        open.push(KeyCode.CONTROL, KeyCode.C);
        open.push(KeyCode.CONTROL, KeyCode.V);
        assertThat(open.selected()).containsExactly("photo 2", "pre-stem 2");
        assertThat(open.graph().nodes()).hasSize(9);
        assertThat(open.graph().wires()).hasSize(8).contains(wire("photo 2.image", "pre-stem 2.image"));
        open.run("edit.undo");
        assertThat(open.graph()).isEqualTo(before);
    }

    @Test
    void withShiftTheWiresIntoThemComeToo() {
        open.select("decide");
        open.push(KeyCode.CONTROL, KeyCode.C);
        open.push(KeyCode.CONTROL, KeyCode.V);
        assertThat(open.graph().wires()).hasSize(7);
        open.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        assertThat(open.graph().wires()).hasSize(8).contains(wire("shared bottom.logits", "decide 3.logits"));
    }

    @Test
    void whatIsCutIsOnTheClipboardAsText() {
        open.select("watch");
        open.push(KeyCode.CONTROL, KeyCode.X);
        assertThat(open.graph().nodes()).hasSize(6);
        open.interact(() -> assertThat(Clip.read(Clipboard.getSystemClipboard().getString()))
                .hasValueSatisfying(clip -> assertThat(clip.size()).isEqualTo(1)));
        open.push(KeyCode.CONTROL, KeyCode.V);
        assertThat(open.selected()).containsExactly("watch");
    }

    @Test
    void aDuplicateStandsBesideAndWhatIsPastedTwiceIsSeenTwice() {
        open.select("watch");
        open.push(KeyCode.CONTROL, KeyCode.D);
        assertThat(open.selected()).containsExactly("watch 2");
        assertThat(open.position("watch 2").x())
                .isEqualTo(open.position("watch").x() + 32);
        open.push(KeyCode.CONTROL, KeyCode.C);
        open.push(KeyCode.CONTROL, KeyCode.V);
        open.push(KeyCode.CONTROL, KeyCode.V);
        assertThat(open.position("watch 4")).isNotEqualTo(open.position("watch 3"));
    }

    @Test
    void whatStandsAcrossIsNotHiddenByItselfEither() {
        // Nothing begins at the corner of these two: one stands lower, the other farther right.
        open.select("photo", "localise");
        open.push(KeyCode.CONTROL, KeyCode.C);
        open.push(KeyCode.CONTROL, KeyCode.V);
        open.push(KeyCode.CONTROL, KeyCode.V);
        assertThat(open.graph().nodes().stream().map(node -> open.graph().position(node.id())))
                .doesNotHaveDuplicates();
    }

    private static Wire wire(String from, String to) {
        return new Wire(PortRef.parse(from), PortRef.parse(to));
    }
}
