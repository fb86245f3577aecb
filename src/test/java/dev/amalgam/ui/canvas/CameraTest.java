package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.ui.look.TextScale;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraTest {
    private final Camera camera = new Camera(() -> {});

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.93, 1.12, 2})
    void zoomingKeepsThePointUnderThePointer(double factor) {
        camera.panBy(37, -12);
        Point2D before = camera.toWorld(300, 200);
        camera.zoomAt(300, 200, factor);
        assertThat(camera.toWorld(300, 200).distance(before)).isLessThan(1e-9);
        assertThat(camera.zoom()).isCloseTo(factor, within(1e-9));
    }

    @Test
    void zoomStaysWithinItsLimits() {
        camera.zoomAt(0, 0, 1e9);
        assertThat(camera.zoom()).isEqualTo(Camera.MOST);
        camera.zoomAt(0, 0, 1e-9);
        assertThat(camera.zoom()).isEqualTo(Camera.LEAST);
    }

    @Test
    void panningStaysOnWholePixels() {
        camera.panBy(0.4, 10.6);
        assertThat(camera.x()).isEqualTo(0);
        assertThat(camera.y()).isEqualTo(11);
    }

    @Test
    void aSmallPartIsShownInTheMiddleAndNotBlownUp() {
        camera.show(new Rectangle2D(100, 100, 200, 100), 1000, 600, 40);
        assertThat(camera.zoom()).isEqualTo(1);
        assertThat(camera.toView(200, 150).distance(500, 300)).isLessThan(1);
    }

    @Test
    void aLargePartIsSeenWhole() {
        Rectangle2D part = new Rectangle2D(-500, 0, 4000, 900);
        camera.show(part, 1000, 600, 40);
        assertThat(camera.seen(1000, 600).contains(part)).isTrue();
    }

    @Test
    void aLargerTextScaleMagnifiesTheWorldAndStillShowsAllOfIt() {
        TextScale.set(200);
        try {
            camera.show(new Rectangle2D(0, 0, 300, 200), 1000, 800, 0);
            assertThat(camera.zoomProperty().get()).isEqualTo(1);
            assertThat(camera.zoom()).isEqualTo(2);
            camera.show(new Rectangle2D(0, 0, 2000, 200), 1000, 800, 0);
            assertThat(camera.seen(1000, 800).getWidth()).isEqualTo(2000);
        } finally {
            TextScale.set(TextScale.USUAL);
        }
    }
}
