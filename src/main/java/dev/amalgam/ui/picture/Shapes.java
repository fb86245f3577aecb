package dev.amalgam.ui.picture;

import static dev.amalgam.ui.picture.Svg.number;

import java.util.Arrays;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Shapes of JavaFX as elements of SVG. */
final class Shapes {
    private Shapes() {}

    /** Whether SVG has a counterpart that this class knows. */
    static boolean knows(Shape shape) {
        return switch (shape) {
            case Text _, Rectangle _, Circle _, Line _, CubicCurve _, SVGPath _ -> true;
            default -> false;
        };
    }

    /** @throws IllegalArgumentException for a shape that it does not know */
    static String element(Shape shape) {
        return switch (shape) {
            case Text it -> text(it);
            case Rectangle it ->
                element(
                        it,
                        "rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"",
                        it.getX(),
                        it.getY(),
                        it.getWidth(),
                        it.getHeight(),
                        it.getArcWidth() / 2);
            case Circle it ->
                element(it, "circle cx=\"%s\" cy=\"%s\" r=\"%s\"", it.getCenterX(), it.getCenterY(), it.getRadius());
            case Line it ->
                element(it, "path d=\"M%s %sL%s %s\"", it.getStartX(), it.getStartY(), it.getEndX(), it.getEndY());
            case CubicCurve it ->
                element(
                        it,
                        "path d=\"M%s %sC%s %s %s %s %s %s\"",
                        it.getStartX(),
                        it.getStartY(),
                        it.getControlX1(),
                        it.getControlY1(),
                        it.getControlX2(),
                        it.getControlY2(),
                        it.getEndX(),
                        it.getEndY());
            case SVGPath it ->
                element(
                        it,
                        "path d=\"" + Svg.escape(it.getContent()) + "\""
                                + (it.getFillRule() == FillRule.EVEN_ODD ? " fill-rule=\"evenodd\"" : ""));
            default -> throw new IllegalArgumentException(shape + " has no counterpart in SVG");
        };
    }

    private static String element(Shape shape, String form, double... values) {
        Object[] numbers = Arrays.stream(values).mapToObj(Svg::number).toArray();
        String head = values.length == 0 ? form : form.formatted(numbers);
        return "<" + head + " " + Svg.paint("fill", shape.getFill()) + stroke(shape) + "/>\n";
    }

    private static String stroke(Shape shape) {
        if (shape.getStroke() == null) {
            return "";
        }
        String dashes = shape.getStrokeDashArray().isEmpty()
                ? ""
                : " stroke-dasharray=\"" + Svg.numbers(shape.getStrokeDashArray()) + "\"";
        String ends = shape.getStrokeLineCap() == StrokeLineCap.ROUND ? " stroke-linecap=\"round\"" : "";
        return " " + Svg.paint("stroke", shape.getStroke()) + " stroke-width=\"" + number(shape.getStrokeWidth()) + "\""
                + dashes + ends;
    }

    private static String text(Text text) {
        Font font = text.getFont();
        double baseline = text.getLayoutBounds().getMinY() + text.getBaselineOffset();
        return "<text x=\"%s\" y=\"%s\" font-family=\"%s, sans-serif\" font-size=\"%s\" font-weight=\"%s\" %s>%s</text>\n"
                .formatted(
                        number(text.getLayoutBounds().getMinX()),
                        number(baseline),
                        Svg.escape(family(font)),
                        number(font.getSize()),
                        weight(font),
                        Svg.paint("fill", text.getFill()),
                        Svg.escape(text.getText()));
    }

    /** JavaFX calls a weight that has a file of its own a family of its own, such as {@code Inter SemiBold}. */
    private static String family(Font font) {
        return font.getFamily().replaceFirst(" (SemiBold|Medium)$", "");
    }

    private static int weight(Font font) {
        if (font.getName().contains("SemiBold")) {
            return 600;
        }
        return font.getName().contains("Medium") ? 500 : 400;
    }
}
