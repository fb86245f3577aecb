package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.NodeId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Files that are dropped on cards and beside them. */
@ExtendWith(ApplicationExtension.class)
class DropsTest {
    @TempDir
    private Path folder;

    private OpenCanvas open;

    @Start
    void start(Stage stage) {
        open = new OpenCanvas(BuiltIn.document(), stage);
    }

    private void drop(String node, Path... files) {
        open.interact(() -> {
            Point2D at = open.canvas.pointOf(new NodeId(node)).orElseThrow();
            open.canvas.drops().drop(List.of(files), at);
        });
    }

    private static Path[] paths(String... names) {
        return Stream.of(names).map(Path::of).toArray(Path[]::new);
    }

    @Test
    void aFileIsForTheSettingThatTakesIt() {
        drop("photo", paths("cat.JPG"));
        assertThat(open.dropped).containsExactly("photo file cat.JPG");
    }

    @Test
    void aFolderAndSeveralPicturesAreForWhatShowsThemOneAfterAnother() {
        drop("photo", folder);
        drop("photo", paths("a.png", "b.png"));
        assertThat(open.dropped).containsExactly("photo file " + folder.getFileName(), "photo file [a.png, b.png]");
    }

    @Test
    void whatDoesNotFitIsRefusedInASentence() {
        drop("photo", paths("notes.txt"));
        drop("photo", paths("a.png", "notes.txt"));
        assertThat(open.dropped).isEmpty();
        assertThat(open.told).hasSize(2);
        assertThat(open.told.getFirst()).contains("photo").contains("png").contains("notes.txt");
        assertThat(open.told.getLast()).contains("these 2 files");
    }

    @Test
    void aCardThatTakesNoFilesIsAsTheCanvas() {
        open.interact(() -> open.canvas.drops().drop(List.of(Path.of("a.png"), Path.of("b.txt")), new Point2D(3, 3)));
        assertThat(open.dropped).containsExactly("a.png", "b.txt");
    }
}
