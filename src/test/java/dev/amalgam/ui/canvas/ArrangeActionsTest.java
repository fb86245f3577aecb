package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.arrange.Area;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Look;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Wire;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ArrangeActionsTest {
    private OpenCanvas open;

    @Start
    void start(Stage stage) {
        open = new OpenCanvas(Figure.general(), stage);
    }

    @Test
    void whatLeadsHereAndWhatFollowsIsSelected() {
        open.select("shared bottom");
        open.push(KeyCode.U);
        assertThat(open.selected()).containsExactly("photo", "pre-stem", "shared bottom");
        open.select("pre-stem");
        open.push(KeyCode.D);
        assertThat(open.selected())
                .containsExactly("decide", "localise", "pre-stem", "recognise", "shared bottom", "watch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"left", "centre", "right", "top", "middle", "bottom"})
    void selectedCardsComeIntoOneLineInOneStep(String edge) {
        open.select("photo", "localise", "decide");
        Amalgamation before = open.graph();
        long revision = open.revision();
        open.run("arrange.align-" + edge);
        assertThat(open.revision()).isEqualTo(revision + 1);
        assertThat(line("photo", edge)).isEqualTo(line("localise", edge)).isEqualTo(line("decide", edge));
        open.run("edit.undo");
        assertThat(open.graph()).isEqualTo(before);
    }

    private long line(String node, String edge) {
        Area area = area(node);
        return Math.round(
                switch (edge) {
                    case "left" -> area.x();
                    case "centre" -> Math.rint(area.centre());
                    case "right" -> area.right();
                    case "top" -> area.y();
                    case "middle" -> Math.rint(area.middle());
                    case "bottom" -> area.bottom();
                    default -> throw new AssertionError(edge);
                });
    }

    @Test
    void gapsBecomeEqualInOneStep() {
        open.select("localise", "recognise", "watch");
        open.run("arrange.distribute-vertical");
        double first = area("recognise").y() - area("localise").bottom();
        double second = area("watch").y() - area("recognise").bottom();
        assertThat(Math.abs(first - second)).isLessThanOrEqualTo(1);
    }

    @Test
    void everythingIsLaidOutInTheBackgroundInOneStep() {
        open.interact(() -> open.document.apply(new Edit.Move(Map.of(new NodeId("watch"), new Position(-900, -700)))));
        Amalgamation before = open.graph();
        long revision = open.revision();
        open.run("arrange.layout");
        assertThat(open.revision()).isEqualTo(revision + 1);
        for (Wire wire : open.graph().wires()) {
            assertThat(area(wire.from().node().name()).right())
                    .isLessThan(area(wire.to().node().name()).x());
        }
        open.run("edit.undo");
        assertThat(open.graph()).isEqualTo(before);
    }

    @Test
    void aLayoutOfWhatHasChangedSinceIsGivenUp() {
        open.robot.interact(() -> {
            open.actions.get("arrange.layout").run();
            Figure.add(open.document, "late", "image", 40, 700);
        });
        open.settle();
        assertThat(open.graph().node(new NodeId("late"))).isPresent();
        assertThat(open.position("watch")).isEqualTo(new Position(740, 568));
    }

    @Test
    void aPinnedCardStaysWhereItIs() {
        Look pinned = Look.PLAIN.pinned(true);
        open.interact(() -> open.document.apply(new Edit.Restyle(Map.of(new NodeId("decide"), pinned))));
        open.select("decide", "watch");
        open.drag(open.card("watch"), open.card("watch").add(70, 20));
        open.run("arrange.align-top");
        open.run("arrange.layout");
        assertThat(open.position("decide")).isEqualTo(new Position(740, 396));
        assertThat(open.position("watch")).isNotEqualTo(new Position(740, 568));
    }

    @Test
    void aDraggedCardFallsIntoLineWithItsNeighboursAndTheGuideIsSeen() {
        Point2D start = open.card("photo");
        double toTop = area("shared bottom").y() - area("photo").y();
        Point2D nearly = start.add(0, (toTop + 3) * open.zoom());
        open.robot.drag(start, MouseButton.PRIMARY).moveTo(nearly);
        assertThat(open.robot.lookup(".guide").queryAll()).isNotEmpty();
        open.robot.drop();
        open.settle();
        assertThat(area("photo").y()).isEqualTo(area("shared bottom").y());
        assertThat(open.robot.lookup(".guide").queryAll()).isEmpty();
    }

    @Test
    void withTheGridOnADraggedCardComesToStandOnIt() {
        open.push(KeyCode.SHIFT, KeyCode.G);
        assertThat(open.actions.get("arrange.grid").onProperty().get()).isTrue();
        Point2D start = open.card("photo");
        open.drag(start, start.add(-170, 330));
        assertThat(open.position("photo").x() % Magnet.GRID).isZero();
        assertThat(open.position("photo").y() % Magnet.GRID).isZero();
    }

    private Area area(String node) {
        return open.canvas
                .scenery()
                .board()
                .card(new NodeId(node))
                .map(Board.Placed::area)
                .orElseThrow();
    }
}
