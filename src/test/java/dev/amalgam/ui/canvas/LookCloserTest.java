package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import javafx.geometry.Point2D;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Which output is looked at more closely. */
@ExtendWith(ApplicationExtension.class)
class LookCloserTest {
    private static final PortRef LOGITS = PortRef.parse("shared bottom.logits");

    private OpenCanvas open;

    @Start
    void start(Stage stage) {
        open = new OpenCanvas(Figure.general(), stage);
    }

    @Test
    void aDoubleClickOnACardShowsItsMainOutputAndMovesNothing() {
        long before = open.revision();
        open.robot.doubleClickOn(open.card("shared bottom"));
        open.settle();
        assertThat(open.looked).containsExactly(new PortRef(LOGITS.node(), main()));
        assertThat(open.revision()).isEqualTo(before);
        assertThat(open.selected()).containsExactly("shared bottom");
    }

    private String main() {
        return open.document
                .state()
                .typing()
                .node(LOGITS.node())
                .orElseThrow()
                .outputs()
                .firstEntry()
                .getKey();
    }

    @Test
    void aDoubleClickOnAnOutputShowsThatOne() {
        Point2D port =
                open.canvas.localToScreen(open.canvas.pointOf(LOGITS, false).orElseThrow());
        open.robot.doubleClickOn(port);
        open.settle();
        assertThat(open.looked).containsExactly(LOGITS);
    }

    @Test
    void aSelectedWireShowsWhatFlowsThroughIt() {
        assertThat(open.canvas.selectedOutput()).isEmpty();
        Wire wire = open.graph().wiresOutOf(LOGITS.node()).stream()
                .filter(it -> it.from().equals(LOGITS))
                .findFirst()
                .orElseThrow();
        open.interact(() -> open.canvas.scenery().selection().only(wire));
        assertThat(open.canvas.selectedOutput()).contains(LOGITS);
    }
}
