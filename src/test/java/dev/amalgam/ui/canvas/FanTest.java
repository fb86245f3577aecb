package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Document;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

/** Wires of one output part where they begin. */
class FanTest {
    private final Document document = Figure.empty();

    FanTest() {
        Figure.add(document, "photo", "image", 0, 200);
        Figure.add(document, "top", "pre-stem", 600, 0);
        Figure.add(document, "middle", "pre-stem", 600, 200);
        Figure.add(document, "bottom", "pre-stem", 600, 400);
        // In another order than from top to bottom.
        List.of("middle", "bottom", "top").forEach(name -> Figure.wire(document, "photo.image", name + ".image"));
    }

    private Board board() {
        return Board.EMPTY.next(document.state(), Optional.empty());
    }

    private static Curve curve(Board board, String target) {
        return board.links().stream()
                .filter(link -> link.wire().to().node().name().equals(target))
                .map(Link::curve)
                .findFirst()
                .orElseThrow();
    }

    /** How high a curve is that far to the right of its beginning. */
    private static double height(Curve curve, double right) {
        double t = 0;
        while (curve.at(t).getX() < curve.from().getX() + right) {
            t += 0.001;
        }
        return curve.at(t).getY();
    }

    @Test
    void theyLeaveOnePointAndPartAtOnceInTheOrderOfTheirTargets() {
        Board board = board();
        Curve top = curve(board, "top");
        Curve middle = curve(board, "middle");
        Curve bottom = curve(board, "bottom");
        assertThat(top.from()).isEqualTo(middle.from()).isEqualTo(bottom.from());
        assertThat(height(middle, 20) - height(top, 20)).isGreaterThan(4);
        assertThat(height(bottom, 20) - height(middle, 20)).isGreaterThan(4);
    }

    @Test
    void aWireThatIsAloneLeavesLevel() {
        Figure.wire(document, "top.tensor", add("bottom model") + ".image");
        assertThat(curve(board(), "bottom model").slope()).isZero();
    }

    private String add(String name) {
        Figure.add(document, name, "onnx-model", 900, 0);
        return name;
    }

    @Test
    void whoMovesATargetPastAnotherTurnsBoth() {
        Board lifted = board().lift(Map.of(new NodeId("top"), new Position(600, 800)));
        assertThat(curve(lifted, "top").slope())
                .isGreaterThan(curve(lifted, "bottom").slope());
        assertThat(curve(lifted, "bottom").slope())
                .isGreaterThan(curve(lifted, "middle").slope());
    }

    @Test
    void aWireIsHitWhereItIsDrawn() {
        Board board = board();
        for (Link link : board.links()) {
            Point2D on = link.curve().at(0.3);
            assertThat(board.at(on)).isEqualTo(new Hit.OnWire(link.wire()));
            assertThat(link.curve().box().contains(on)).isTrue();
        }
    }

    @Test
    void manyWiresStayWithinAFan() {
        for (int i = 0; i < 20; i++) {
            Figure.add(document, "more " + i, "pre-stem", 600, 600 + i * 100);
            Figure.wire(document, "photo.image", "more " + i + ".image");
        }
        assertThat(board().links())
                .allSatisfy(link -> assertThat(Math.abs(link.curve().slope())).isLessThan(1));
    }
}
