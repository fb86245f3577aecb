package dev.amalgam.ui.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** What is drawn, as pixels. */
public final class Pixels {
    /** Pixels per unit, so that it stays clear where a picture is looked at closely. */
    private static final double SCALE = 2;

    private Pixels() {}

    /** Whether SVG could not say the same in shapes. */
    static boolean areNeededFor(Node node) {
        return switch (node) {
            case Shape shape -> !Shapes.knows(shape) || isPatterned(shape);
            case Parent parent -> parent.getClip() != null;
            default -> true;
        };
    }

    private static boolean isPatterned(Shape shape) {
        boolean plainFill = shape.getFill() == null || shape.getFill() instanceof Color;
        boolean plainStroke = shape.getStroke() == null || shape.getStroke() instanceof Color;
        return !plainFill || !plainStroke;
    }

    /** A node on a clear ground, as a {@code data:} address. */
    static String of(Node node) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(SCALE, SCALE));
        byte[] png = png(node.snapshot(parameters, null));
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /** An image as the bytes of a PNG file. */
    public static byte[] png(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes all that is written", e);
        }
        return png.toByteArray();
    }
}
