package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class DotGridTest {
    @Test
    void onAScreenOfTwiceTheDotsNothingButDotsIsDrawn(FxRobot robot) {
        Set<Color> colours = new HashSet<>();
        robot.interact(() -> {
            DotGrid grid = new DotGrid();
            new Scene(grid);
            grid.show(new Camera(() -> {}), 300, 200, Color.WHITE);
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setFill(Color.BLACK);
            parameters.setTransform(Transform.scale(2, 2));
            WritableImage picture = grid.snapshot(parameters, null);
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    colours.add(picture.getPixelReader().getColor(x, y));
                }
            }
        });
        assertThat(colours).contains(Color.BLACK).hasSizeGreaterThan(1).allSatisfy(colour -> {
            assertThat(colour.getSaturation()).isZero();
        });
    }
}
