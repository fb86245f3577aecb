package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.ui.look.Fonts;
import dev.amalgam.ui.thread.UiThread;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Takes pictures of the canvas without a display, to be looked at: {@code java … Showroom FOLDER}. */
final class Showroom {
    private final Path folder;

    Showroom(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        new Showroom(folder).all();
        Platform.exit();
    }

    private void all() throws Exception {
        for (String theme : new String[] {"dark", "light"}) {
            picture(
                    "general-" + theme,
                    theme,
                    1,
                    Figure.general(),
                    Results.general(),
                    canvas -> canvas.select(Set.of(new NodeId("shared bottom"))));
            picture("troubled-" + theme, theme, 1, Figure.general(), Results.troubled(), _ -> {});
        }
        picture(
                "general-2x",
                "dark",
                2,
                Figure.general(),
                Results.general(),
                canvas -> canvas.select(Set.of(new NodeId("shared bottom"))));
        picture("empty", "dark", 1, Figure.empty(), Results.general(), _ -> {});
        picture("many", "dark", 1, Figure.many(600), Results.general(), _ -> {});
        picture("near", "dark", 2, Figure.general(), Results.general(), canvas -> canvas.zoom(1.6));
    }

    private void picture(
            String name, String theme, int scale, Document document, LiveState live, Consumer<CanvasView> then)
            throws Exception {
        CanvasView canvas = onUiThread(() -> {
            CanvasView shown = canvas(document, theme);
            shown.show(live);
            shown.fitAll();
            then.accept(shown);
            shown.layout();
            shown.scenery().layout();
            return shown;
        });
        while (!UiThread.isIdle()) {
            Thread.sleep(20);
        }
        save(onUiThread(() -> photograph(canvas, scale)), folder.resolve(name + ".png"));
    }

    private static <T> T onUiThread(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    private static WritableImage photograph(CanvasView canvas, int scale) {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(new Scale(scale, scale));
        WritableImage image = canvas.snapshot(how, null);
        Objects.requireNonNull(canvas.getScene()).getWindow().hide();
        return image;
    }

    static CanvasView canvas(Document document, String theme) {
        Fonts.load();
        CanvasView canvas = new CanvasView(document, new CanvasHost() {
            @Override
            public void tell(String sentence, String remedy) {}

            @Override
            public void fileForNode(NodeId node, String setting, Path file) {}

            @Override
            public void fileForCanvas(Path file, Position at) {}
        });
        Scene scene = new Scene(canvas, 1440, 900);
        scene.getStylesheets().addAll("/amalgam/theme/" + theme + ".css", "/amalgam/theme/canvas.css");
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        canvas.applyCss();
        canvas.layout();
        return canvas;
    }

    private static void save(WritableImage image, Path to) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(copy, "png", to.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
