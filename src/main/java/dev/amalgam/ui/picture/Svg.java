package dev.amalgam.ui.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;

/**
 * What JavaFX has styled and laid out, as an SVG file: shapes, texts and surfaces stay such; what is made of pixels, or has no
 * counterpart, is put in as a picture. For the UI thread only.
 */
public final class Svg {
    private final StringBuilder text = new StringBuilder();

    private Svg() {}

    /**
     * The text of an SVG file.
     *
     * @param root what to draw, which is in a scene, styled and laid out
     * @param part what of it, in its own coordinates
     * @param ground the colour behind it
     */
    public static String of(Parent root, Rectangle2D part, Color ground) {
        Svg svg = new Svg();
        svg.text.append("""
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" viewBox="%3$s %4$s %1$s %2$s">
            """.formatted(
                number(part.getWidth()), number(part.getHeight()), number(part.getMinX()), number(part.getMinY())));
        svg.rectangle(
                new Insets(0),
                part.getMinX(),
                part.getMinY(),
                part.getWidth(),
                part.getHeight(),
                0,
                paint("fill", ground));
        root.getChildrenUnmodifiable().forEach(svg::node);
        return svg.text.append("</svg>\n").toString();
    }

    private void node(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (Pixels.areNeededFor(node)) {
            image(node);
            return;
        }
        Transform t = node.getLocalToParentTransform();
        text.append("<g transform=\"matrix(%s %s %s %s %s %s)\"%s>\n"
                .formatted(
                        number(t.getMxx()),
                        number(t.getMyx()),
                        number(t.getMxy()),
                        number(t.getMyy()),
                        number(t.getTx()),
                        number(t.getTy()),
                        node.getOpacity() < 1 ? " opacity=\"" + number(node.getOpacity()) + "\"" : ""));
        switch (node) {
            case Shape shape -> text.append(Shapes.element(shape));
            case Region region -> {
                surface(region);
                region.getChildrenUnmodifiable().forEach(this::node);
            }
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(this::node);
            default -> throw new IllegalArgumentException(node + " is drawn as pixels");
        }
        text.append("</g>\n");
    }

    private void surface(Region region) {
        double width = region.getWidth();
        double height = region.getHeight();
        if (region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                rectangle(
                        fill.getInsets(), 0, 0, width, height, radius(fill.getRadii()), paint("fill", fill.getFill()));
            }
        }
        if (region.getBorder() != null) {
            for (BorderStroke stroke : region.getBorder().getStrokes()) {
                double line = stroke.getWidths().getTop();
                String paint =
                        "fill=\"none\" stroke-width=\"" + number(line) + "\" " + paint("stroke", stroke.getTopStroke());
                rectangle(new Insets(line / 2), 0, 0, width, height, radius(stroke.getRadii()), paint);
            }
        }
    }

    private static double radius(CornerRadii radii) {
        return radii.getTopLeftHorizontalRadius();
    }

    private void rectangle(
            Insets insets, double x, double y, double width, double height, double radius, String paint) {
        text.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" %s/>\n"
                .formatted(
                        number(x + insets.getLeft()),
                        number(y + insets.getTop()),
                        number(Math.max(0, width - insets.getLeft() - insets.getRight())),
                        number(Math.max(0, height - insets.getTop() - insets.getBottom())),
                        number(radius),
                        paint));
    }

    private void image(Node node) {
        Bounds box = node.getBoundsInParent();
        if (box.getWidth() > 0 && box.getHeight() > 0) {
            text.append("<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" href=\"%s\"/>\n"
                    .formatted(
                            number(box.getMinX()),
                            number(box.getMinY()),
                            number(box.getWidth()),
                            number(box.getHeight()),
                            Pixels.of(node)));
        }
    }

    /** A colour as the attribute {@code name}, with its opacity. */
    static String paint(String name, @Nullable Paint paint) {
        if (!(paint instanceof Color colour) || colour.getOpacity() == 0) {
            return name + "=\"none\"";
        }
        String plain = String.format(
                Locale.ROOT,
                "%s=\"#%02x%02x%02x\"",
                name,
                Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255),
                Math.round(colour.getBlue() * 255));
        return colour.isOpaque() ? plain : plain + " " + name + "-opacity=\"" + number(colour.getOpacity()) + "\"";
    }

    /** As short as it can be said to a hundredth of a pixel. */
    static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    static String numbers(List<Double> values) {
        return values.stream().map(Svg::number).collect(Collectors.joining(" "));
    }

    static String escape(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
