package dev.amalgam.ui.look;

import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Representation.Relation;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/**
 * The sign of a representation: a colour and a shape, the same on ports, wires, palette, inspector and bars, so that neither
 * has to be told apart by colour alone.
 */
public final class Glyph {
    /** All outlines are drawn in a box of this many units. */
    private static final double BOX = 12;

    private Glyph() {}

    /** The shape alone, centred on the origin and {@code size} pixels across; for what places its own nodes. */
    public static SVGPath shape(Representation representation, double size) {
        return shape(outline(representation), size, styleClass(representation.form()));
    }

    /** The sign of a port that takes anything: a hollow square. */
    public static SVGPath any(double size) {
        return shape("M1.5 1.5h9v9h-9z M3 3v6h6v-6z", size, "any");
    }

    /** The sign as a node of {@code size} by {@code size} pixels that grows with the text; for lists and buttons. */
    public static StackPane icon(Representation representation, double size) {
        return icon(shape(representation, size), size, representation.toString());
    }

    /** The sign of a form, as a node of {@code size} by {@code size} pixels. */
    public static StackPane icon(Form form, double size) {
        return icon(usual(form), size);
    }

    /** The representation that a form is shown as where no attributes are known. */
    public static Representation usual(Form form) {
        return switch (form) {
            case SOFT -> Representation.SOFT;
            case HARD -> Representation.HARD;
            default -> Representation.of(form);
        };
    }

    /** The style class that gives a node the colour of a form, and the name of the colour without its hyphen. */
    public static String styleClass(Form form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    private static StackPane icon(SVGPath shape, double size, String name) {
        StackPane icon = new StackPane(shape);
        DoubleBinding side = TextScale.length(size);
        List.of(icon.minWidthProperty(), icon.minHeightProperty(), icon.maxWidthProperty(), icon.maxHeightProperty())
                .forEach(it -> it.bind(side));
        shape.scaleXProperty().bind(TextScale.length(1));
        shape.scaleYProperty().bind(TextScale.length(1));
        icon.setAccessibleText(name);
        return icon;
    }

    private static SVGPath shape(String outline, double size, String styleClass) {
        SVGPath shape = new SVGPath();
        shape.setContent(outline);
        shape.setFillRule(FillRule.EVEN_ODD);
        shape.getStyleClass().addAll("glyph", styleClass);
        shape.getTransforms().add(new Scale(size / BOX, size / BOX, BOX / 2, BOX / 2));
        return shape;
    }

    /** An outline in the 12-unit box, filled by the even-odd rule. */
    private static String outline(Representation representation) {
        return switch (representation.form()) {
            case RAW -> "M2.5 1.5h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1z";
            case ENCODING -> "M6 0.4L12 3.9L6 7.4L0 3.9z M0 6.3L1.9 5.9L6 8.3L10.1 5.9L12 6.3L12 8L6 11.6L0 8z";
            case EMBEDDING -> "M6 0L12 6L6 12L0 6z";
            case LOGITS -> "M6 0.6L12 11.2H0z";
            case SOFT -> disc(5.6) + (representation.relation() == Relation.INDEPENDENT ? disc(3.2) : "");
            case HARD -> "M0.5 0.5h11v11h-11z M2.2 2.2v7.6h7.6v-7.6z M4 4h4v4h-4z";
            case DENSE -> "M3.6 1.6L7.2 6L3.6 10.4L0 6z M8.2 1.6L12 6L8.2 10.4L6.9 8.8L9.2 6L6.9 3.2z";
            case STRUCTURED -> "M1.6 1.2h5.2L12 6L6.8 10.8H1.6a1 1 0 0 1-1-1V2.2a1 1 0 0 1 1-1z";
        };
    }

    private static String disc(double radius) {
        return "M%1$s 6a%2$s %2$s 0 1 0 %3$s 0a%2$s %2$s 0 1 0 -%3$s 0z ".formatted(6 - radius, radius, 2 * radius);
    }
}
