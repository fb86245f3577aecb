package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.Findable;
import dev.amalgam.desk.Findable.What;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Wire;
import dev.amalgam.ui.look.Fonts;
import java.nio.file.Path;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Finding the way on the general amalgamation. */
@ExtendWith(ApplicationExtension.class)
class FindTest {
    private static final NodeId DECIDE = new NodeId("decide");

    private final Document document = Figure.general();
    private CanvasView canvas;

    @Start
    void start(Stage stage) {
        Fonts.load();
        canvas = new CanvasView(document, new CanvasHost() {
            @Override
            public void tell(String sentence, String remedy) {}

            @Override
            public void fileForNode(NodeId node, String setting, Path file) {}

            @Override
            public void fileForCanvas(Path file, Position at) {}
        });
        canvas.show(Results.general());
        stage.setScene(new Scene(new BorderPane(canvas), 900, 700));
        stage.getScene().getStylesheets().addAll("/amalgam/theme/dark.css", "/amalgam/theme/canvas.css");
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void aNodeIsFoundByItsNameAndTheViewGoesBackAndForth(FxRobot robot) {
        robot.interact(() -> {
            canvas.zoom(1);
            canvas.scenery().camera().panBy(-3000, 0);
        });
        Camera.View away = canvas.scenery().camera().view();
        robot.interact(() -> Finder.open(canvas));
        robot.write("decid").type(KeyCode.ENTER);
        assertThat(canvas.selectedNodes()).containsExactly(DECIDE);
        assertThat(inView(DECIDE)).isTrue();
        assertThat(canvas.isFocused()).isTrue();
        Camera.View found = canvas.scenery().camera().view();
        robot.interact(() -> canvas.views().back());
        assertThat(canvas.scenery().camera().view()).isEqualTo(away);
        assertThat(inView(DECIDE)).isFalse();
        robot.interact(() -> canvas.views().forward());
        assertThat(canvas.scenery().camera().view()).isEqualTo(found);
    }

    private boolean inView(NodeId node) {
        Point2D at = canvas.pointOf(node).orElseThrow();
        return canvas.getLayoutBounds().contains(at);
    }

    @Test
    void escapeClosesTheListAndNothingIsChosen(FxRobot robot) {
        robot.interact(() -> Finder.open(canvas));
        robot.write("decide").type(KeyCode.ESCAPE);
        assertThat(canvas.selectedNodes()).isEmpty();
        assertThat(robot.lookup("#picker-search").tryQuery()).isEmpty();
    }

    @Test
    void portsSettingsTensorsAndProblemsCanBeFound() {
        document.apply(new dev.amalgam.graph.Edit.Disconnect(PortRef.parse("decide.logits")));
        assertThat(Findable.in(document.state()))
                .anyMatch(it -> it.what() == What.PORT && it.name().equals("embedding"))
                .anyMatch(it -> it.what() == What.SETTING
                        && it.node().equals(DECIDE)
                        && it.name().equals("Temperature")
                        && it.about().equals("1.5"))
                .anyMatch(it -> it.what() == What.TENSOR
                        && it.node().name().equals("shared bottom")
                        && it.name().equals("conv_pw_13_relu"))
                .anyMatch(it -> it.what() == What.PROBLEM && it.node().equals(DECIDE));
    }

    @Test
    void whatDoesNotBelongToTheSelectionIsDimmed(FxRobot robot) {
        robot.interact(() -> {
            canvas.select(Set.of(DECIDE));
            canvas.dimUnrelated(true);
            canvas.layout();
            canvas.scenery().layout();
        });
        assertThat(dimmed("watch")).isTrue();
        assertThat(dimmed("photo")).isFalse();
        assertThat(dimmed("decide")).isFalse();
        robot.interact(() -> {
            canvas.clearSelection();
            canvas.scenery().layout();
        });
        assertThat(dimmed("watch")).isFalse();
    }

    private boolean dimmed(String node) {
        return canvas.scenery()
                .view(new NodeId(node))
                .orElseThrow()
                .getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("dimmed"));
    }

    @Test
    void aWireShowsTheValueThatFlowedInIt() {
        WaitForAsyncUtils.waitForFxEvents();
        Wire wire = new Wire(PortRef.parse("photo.image"), PortRef.parse("pre-stem.image"));
        assertThat(FlowingValue.of(wire, canvas.scenery())).isPresent();
    }
}
