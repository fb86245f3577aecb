package dev.amalgam.ui;

import dev.amalgam.project.SafeFile;
import dev.amalgam.ui.picture.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;

/** Writes what JavaFX has drawn. */
final class Png {
    private Png() {}

    /** Writes an image; folders that are missing are made. */
    static void write(Image image, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        // Whole before it takes its place: a full disk must not cost the picture that was there.
        SafeFile.write(target, Pixels.png(image));
    }
}
