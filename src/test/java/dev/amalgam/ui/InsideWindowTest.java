package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.inside.Pick;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.ui.DesignerWindow.Size;
import dev.amalgam.ui.inside.InsideView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking inside a component as a person does: opening it, finding the way, tapping, and going back. */
class InsideWindowTest extends WindowCase {
    private static final NodeId BOTTOM = new NodeId("shared bottom");

    /** A tensor inside that is no output of the component. */
    private static final String INNER = "conv_pw_12_relu";

    @Override
    Size size() {
        return new Size(1440, 900);
    }

    @BeforeEach
    void openSample() {
        call("file.sample");
    }

    @Test
    void aDoubleClickOpensAComponentAndEscapeLeavesIt() {
        robot.interact(() -> window.canvas().reveal(BOTTOM));
        settle();
        Point2D card =
                window.canvas().localToScreen(window.canvas().pointOf(BOTTOM).orElseThrow());
        robot.doubleClickOn(card);
        settle();
        assertThat(inside()).isPresent();
        assertThat(crumbs()).containsExactly("figure-3", "shared bottom");
        robot.push(KeyCode.ESCAPE);
        settle();
        assertThat(inside()).isEmpty();
        assertThat(crumbs()).containsExactly("figure-3");
    }

    @Test
    void theWayBackIsTheFirstCrumb() {
        open();
        robot.interact(() -> ((Button) window.scene().lookup("#crumb-0")).fire());
        settle();
        assertThat(inside()).isEmpty();
    }

    @Test
    void whatIsChosenIsTappedInOneStepAndUndone() {
        open();
        Set<String> before = ports();
        long revision = revision();
        robot.interact(() -> view().reveal(new Pick.Tensor(INNER)));
        settle();
        call("inside.tap");
        assertThat(ports()).hasSize(before.size() + 1).contains(INNER);
        assertThat(window.workspace().document().state().problems()).isEmpty();
        call("edit.undo");
        assertThat(ports()).isEqualTo(before);
        assertThat(revision()).isEqualTo(revision);
    }

    @Test
    void aTapThatIsTakenAwayTakesItsWiresAlong() {
        open();
        var graph = window.workspace().document().state().graph();
        String wired = graph.wiresOutOf(BOTTOM).getFirst().from().port();
        String tensor = tensorOf(wired);
        robot.interact(() -> view().reveal(new Pick.Tensor(tensor)));
        settle();
        call("inside.tap");
        assertThat(ports()).doesNotContain(wired);
        assertThat(window.workspace().document().state().graph().wiresOutOf(BOTTOM))
                .noneMatch(wire -> wire.from().equals(new PortRef(BOTTOM, wired)));
        call("edit.undo");
        assertThat(window.workspace().document().state().graph()).isEqualTo(graph);
    }

    @Test
    void cardsCannotBeEditedWhileTheInsideIsShown() {
        robot.interact(() -> window.canvas().select(Set.of(BOTTOM)));
        settle();
        open();
        for (String action :
                List.of("edit.delete", "edit.cut", "edit.paste", "arrange.layout", "select.all", "add.search")) {
            assertThat(window.actions().get(action).enabledProperty().get())
                    .as(action)
                    .isFalse();
        }
        call("inside.leave");
        assertThat(window.actions().get("arrange.layout").enabledProperty().get())
                .isTrue();
    }

    @Test
    void theInspectorSaysWhatIsChosen() {
        open();
        robot.interact(() -> view().reveal(new Pick.Tensor(INNER)));
        settle();
        assertThat(said()).contains(INNER);
        int maker = view().inside().maker(INNER).orElseThrow();
        robot.interact(() -> view().reveal(new Pick.Operator(maker)));
        settle();
        assertThat(said()).contains("Clip");
    }

    @Test
    void theLastActivationIsTappedInOneStepAndProved() {
        forgetTaps();
        long revision = revision();
        call("inside.activation");
        assertThat(ports()).containsExactlyInAnyOrder("probabilities", "logits");
        assertThat(revision()).isEqualTo(revision + 1);
        assertThat(hint()).contains("Proved", "Softmax", "flatten_1");
    }

    @Test
    void theTapsOfABottomAreSuggestedInOneStep() {
        forgetTaps();
        long revision = revision();
        call("inside.suggest");
        assertThat(ports()).containsExactlyInAnyOrder("probabilities", "logits", "embedding", "encoding");
        assertThat(revision()).isEqualTo(revision + 1);
        call("edit.undo");
        assertThat(ports()).containsExactly("probabilities");
    }

    @Test
    void aTapSaysWhatItTakes() {
        open();
        robot.interact(() -> view().reveal(new Pick.Tensor(INNER)));
        settle();
        assertThat(said()).contains("Multiply-adds to reach it", "201 KB");
    }

    @Test
    void aWeightSaysHowItsValuesAreSpread() {
        open();
        String weight = view().inside().structure().weights().values().stream()
                .filter(it -> it.dims().size() == 4)
                .findFirst()
                .orElseThrow()
                .name();
        robot.interact(() -> view().reveal(new Pick.Weight(weight)));
        settle();
        assertThat(said()).contains("Mean", "Deviation", "Zeros", "float32");
        assertThat(window.scene().getRoot().lookupAll(".inspector .preview")).isNotEmpty();
    }

    private void forgetTaps() {
        robot.interact(() -> {
            window.workspace().document().apply(new Edit.Change(BOTTOM, "taps", Optional.empty()));
            window.canvas().select(Set.of(BOTTOM));
        });
        settle();
    }

    private String hint() {
        return ((Labeled) window.scene().lookup(".said")).getText();
    }

    private void open() {
        robot.interact(() -> window.canvas().select(Set.of(BOTTOM)));
        settle();
        call("inside.open");
        assertThat(inside()).isPresent();
    }

    private Optional<InsideView> inside() {
        return window.canvas().cover().map(InsideView.class::cast);
    }

    private InsideView view() {
        return inside().orElseThrow();
    }

    private Set<String> ports() {
        return Set.copyOf(window.workspace()
                .document()
                .state()
                .typing()
                .node(BOTTOM)
                .orElseThrow()
                .outputs()
                .keySet());
    }

    private String tensorOf(String port) {
        var node = window.workspace().document().state().graph().node(BOTTOM).orElseThrow();
        return dev.amalgam.desk.inside.Taps.of(node, List.of()).all().stream()
                .filter(tap -> tap.port().equals(port))
                .findFirst()
                .orElseThrow()
                .tensor();
    }

    private long revision() {
        return window.workspace().document().state().revision().number();
    }

    private List<String> crumbs() {
        return window.scene().getRoot().lookupAll(".crumb").stream()
                .map(it -> ((Labeled) it).getText())
                .toList();
    }

    private List<String> said() {
        return window.scene().getRoot().lookupAll(".inspector .label").stream()
                .map(it -> ((Labeled) it).getText())
                .toList();
    }

    private void call(String action) {
        robot.interact(() -> window.actions().get(action).run());
        settle();
    }
}
