package dev.amalgam.ui.preview;

import dev.amalgam.desk.Reading;
import dev.amalgam.desk.values.Histogram;
import dev.amalgam.desk.values.Projection;
import dev.amalgam.desk.values.Reduction;
import dev.amalgam.desk.values.Seen;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.canvas.GoldenPicture;
import dev.amalgam.ui.look.Fonts;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Each kind of preview looks as it did, in each theme, for values that are always the same. */
@EnabledOnOs(OS.LINUX)
class GoldenPreviewsTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 180;
    private static final int EDGE = 12;

    private static final Tensor PICTURE = picture(96, 144, 0);
    private static final Tensor MAPS = floats(new long[] {1, 24, 7, 7}, true);
    private static final Tensor VECTOR = floats(new long[] {1, 200}, false);

    private final FxRobot robot = new FxRobot();

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        Fonts.load();
    }

    static Map<String, Reading> readings() {
        Map<String, Reading> all = new LinkedHashMap<>();
        all.put("picture", new Reading.Picture(PICTURE));
        all.put(
                "overlay",
                new Reading.Overlay(PICTURE, Tensor.floats(new long[] {2, 3}, 0, 0.2f, 1, 0.1f, 0.6f, 0.3f)));
        all.put(
                "boxes",
                new Reading.Boxes(
                        PICTURE,
                        List.of(
                                new Reading.Box("cat", 0.93, 20, 12, 90, 84),
                                new Reading.Box("cup", 0.61, 80, 40, 140, 90),
                                new Reading.Box("fly", 0.5, 4, 4, 10, 9))));
        all.put(
                "keypoints",
                new Reading.Keypoints(
                        PICTURE,
                        List.of(
                                new Reading.Mark(20, 20, 1),
                                new Reading.Mark(72, 48, 0.6),
                                new Reading.Mark(130, 80, 0.05))));
        all.put(
                "ranking",
                new Reading.Ranking(
                        List.of(
                                new Reading.Score("Egyptian cat", 0.62),
                                new Reading.Score("tabby", 0.19),
                                new Reading.Score("lynx", 0.002)),
                        List.of()));
        all.put(
                "switches",
                new Reading.Switches(List.of(
                        new Reading.Switch("cat on screen", 0.91, 0.5, true),
                        new Reading.Switch("cup", 0.08, 0.3, false))));
        all.put("mosaic", new Reading.Mosaic(MAPS));
        all.put("field", new Reading.Field(MAPS, 5));
        all.put("mean", new Reading.Reduced(MAPS, Reduction.MEAN));
        all.put("max", new Reading.Reduced(MAPS, Reduction.MAX));
        all.put("strip", new Reading.Strip(VECTOR));
        all.put("bars", new Reading.Bars(Tensor.floats(new long[] {1, 4}, 1, 9, 4, -2)));
        all.put("named-bars", new Reading.Bars(Tensor.floats(new long[] {1, 2}, 0.3f, 0.7f), List.of("cat", "dog")));
        all.put("histogram", new Reading.Spread(Histogram.of(MAPS).orElseThrow()));
        all.put("neighbours", neighbours());
        all.put("map", map());
        all.put("text", new Reading.Text(List.of("Egyptian cat 0.62", "entropy 0.98 nats")));
        all.put("numbers", new Reading.Numbers(Tensor.floats(new long[] {2, 3}, 1, -2.5f, 3e-9f, 4, 5, 6)));
        return all;
    }

    /** A slope of colours, so that up, down, left and right can be told apart. */
    private static Tensor picture(int height, int width, int blue) {
        byte[] pixels = new byte[height * width * 3];
        for (int i = 0; i < height * width; i++) {
            pixels[3 * i] = (byte) (255 * (i % width) / width);
            pixels[3 * i + 1] = (byte) (255 * (i / width) / height);
            pixels[3 * i + 2] = (byte) (60 + blue);
        }
        return Tensor.bytes(new long[] {height, width, 3}, pixels);
    }

    /** Normal numbers; of feature maps those below 0 are cut off, as an activation does. */
    private static Tensor floats(long[] dims, boolean cut) {
        Random random = new Random(11);
        int size = 1;
        for (long dim : dims) {
            size *= (int) dim;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            float value = (float) random.nextGaussian();
            values[i] = cut ? Math.max(0, value) : value;
        }
        return Tensor.floats(dims, values);
    }

    private static Reading neighbours() {
        return new Reading.Neighbours(List.of(
                new Reading.Neighbour("harbour.jpg", Optional.of(picture(40, 64, 120)), 0.83),
                new Reading.Neighbour("flower.jpg", Optional.of(picture(64, 40, 20)), 0.41),
                new Reading.Neighbour("noise", Optional.empty(), -0.02)));
    }

    private static Reading map() {
        Random random = new Random(13);
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            float[] vector = new float[16];
            for (int d = 0; d < vector.length; d++) {
                vector[d] = (float) random.nextGaussian() + (i < 4 ? 0 : 3);
            }
            Optional<Tensor> picture = i % 3 == 0 ? Optional.of(picture(20, 30, 20 * i)) : Optional.empty();
            seen.add(new Seen("photo " + i, picture, vector));
        }
        return new Reading.Scatter(
                seen, Projection.of(seen.stream().map(Seen::vector).toList()), 8);
    }

    static Stream<Arguments> looks() {
        return readings().keySet().stream()
                .flatMap(kind -> Stream.of("dark", "light", "contrast").map(theme -> Arguments.of(kind, theme)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void looksAsItDid(String kind, String theme) throws Exception {
        BufferedImage[] picture = {null};
        robot.interact(() -> picture[0] = photograph(readings().get(kind), theme));
        GoldenPicture.check("preview-" + kind + "-" + theme, picture[0]);
    }

    private static BufferedImage photograph(Reading reading, String theme) {
        Pane sheet = new Pane();
        Pane drawn = Previews.of(reading, WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE);
        drawn.relocate(EDGE, EDGE);
        sheet.getChildren().add(drawn);
        sheet.setStyle("-fx-background-color: -ground;");
        new Scene(sheet, WIDTH, HEIGHT)
                .getStylesheets()
                .addAll("/amalgam/theme/base.css", "/amalgam/theme/canvas.css", "/amalgam/theme/" + theme + ".css");
        sheet.applyCss();
        sheet.resize(WIDTH, HEIGHT);
        sheet.layout();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setViewport(new Rectangle2D(0, 0, WIDTH, HEIGHT));
        WritableImage image = sheet.snapshot(parameters, new WritableImage(WIDTH, HEIGHT));
        BufferedImage copy = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        return copy;
    }
}
