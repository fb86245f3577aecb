package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.DesignerWindow.Size;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    private static final Path FIGURE_3 = Path.of("samples/figure-3/figure-3.amalgam");
    private static final Path COFFEE = Path.of("samples/figure-3/photos/coffee.png");

    @TempDir
    private Path folder;

    @Test
    void theWindowIsDrawnWithItsResultsAtTwiceItsSize() throws Exception {
        Path png = folder.resolve("pictures/window.png");
        LiveState state = Snapshot.draw(request(Map.of("photo", COFFEE), png));
        assertThat(state.phase()).isEqualTo(Phase.DONE);
        assertThat(state.node(new NodeId("decide")).reading()).isPresent();
        BufferedImage picture = ImageIO.read(png.toFile());
        assertThat(picture.getWidth()).isEqualTo(2200);
        assertThat(picture.getHeight()).isEqualTo(1400);
        assertThat(colours(picture)).as("a photo has many colours").isGreaterThan(5000);
    }

    @Test
    void anInputThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Snapshot.draw(request(Map.of("picture", COFFEE), folder.resolve("window.png"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'picture'");
        assertThat(folder.resolve("window.png")).doesNotExist();
    }

    private static Snapshot.Request request(Map<String, Path> inputs, Path png) {
        return new Snapshot.Request(FIGURE_3, inputs, png, new Size(1100, 700), 2, Snapshot.Look.USUAL);
    }

    private static long colours(BufferedImage picture) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return java.util.Arrays.stream(pixels).distinct().count();
    }
}
