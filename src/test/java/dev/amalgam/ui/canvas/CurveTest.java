package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class CurveTest {
    private final Curve curve = new Curve(new Point2D(0, 0), new Point2D(200, 100));

    @Test
    void itEndsAtItsPorts() {
        assertThat(curve.at(0)).isEqualTo(curve.from());
        assertThat(curve.at(1)).isEqualTo(curve.to());
        assertThat(curve.at(0.5).distance(100, 50)).isLessThan(1e-9);
    }

    @Test
    void aPointOnItIsFoundAndOneBesideItIsNot() {
        assertThat(curve.distance(new Point2D(100, 50), 6)).isLessThan(1);
        assertThat(curve.distance(new Point2D(100, 80), 6)).isGreaterThan(6);
        assertThat(curve.distance(new Point2D(100, 500), 6)).isInfinite();
    }

    @Test
    void aStraightWireIsAsLongAsItsEndsAreApart() {
        assertThat(new Curve(new Point2D(0, 0), new Point2D(300, 0)).length()).isCloseTo(300, within(0.5));
    }

    @Test
    void aWireThatRunsBackwardsBulgesOutOnBothSides() {
        Curve back = new Curve(new Point2D(100, 0), new Point2D(0, 100));
        assertThat(back.box().getMinX()).isLessThan(0);
        assertThat(back.box().getMaxX()).isGreaterThan(100);
    }
}
