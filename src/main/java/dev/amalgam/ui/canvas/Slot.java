package dev.amalgam.ui.canvas;

import dev.amalgam.compile.PortType;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.Cuts;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.View;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation.Form;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The room a card keeps for the preview of its main result. Known from the types alone, so that a card does not change its
 * size when the first result comes.
 *
 * @param width the least, in pixels
 * @param height in pixels, or 0 for as high as two thirds of the width it gets
 * @param form the form of what is shown, which gives it its colour
 */
record Slot(double width, double height, Form form) {
    static final Slot NONE = new Slot(0, -1, Form.RAW);

    /** A reroute: it is drawn as a dot on its wire, and has nothing to say. */
    static final Slot DOT = new Slot(0, -1, Form.STRUCTURED);

    private static final double ROW = 18;
    private static final double WIDE = 148;

    boolean isNone() {
        return height < 0;
    }

    /** How high it is at a width. */
    double heightFor(double actualWidth) {
        return height > 0 ? height : Math.rint(actualWidth * 2 / 3);
    }

    static Slot of(TypedNode typed, Components components) {
        if (typed.kind().name().equals(Cuts.REROUTE)) {
            return DOT;
        }
        if (typed.outputs().isEmpty()) {
            return NONE;
        }
        try {
            return switch (typed.kind().view(typed.chosen(), components)) {
                case View.Plain(String output) -> with(typed, output, Slot::of);
                case View.Mask view -> with(typed, view.mask(), Slot::picture);
                case View.Boxes view -> with(typed, view.boxes(), Slot::picture);
                case View.Keypoints view -> with(typed, view.points(), Slot::picture);
                case View.Wave view -> with(typed, view.output(), Slot::of);
                case View.Ranking view -> with(typed, view.scores(), it -> rows(ranked(it), it));
                case View.Switches view ->
                    with(
                            typed,
                            view.decisions(),
                            it -> rows(Math.clamp(view.labels().size(), 1, 6), it));
            };
        } catch (KindException e) {
            // The problems list tells it; a card without a preview is still a card.
            return NONE;
        }
    }

    /** Whether a node's kind has no view of its own. */
    static boolean isPlain(TypedNode typed, Components components) {
        try {
            return typed.kind().view(typed.chosen(), components) instanceof View.Plain;
        } catch (KindException e) {
            return true;
        }
    }

    private static Slot with(TypedNode typed, String output, Function<PortType, Slot> slot) {
        String name = output.isEmpty() ? typed.outputs().firstEntry().getKey() : output;
        return Optional.ofNullable(typed.outputs().get(name)).map(slot).orElse(NONE);
    }

    private static Slot of(PortType port) {
        int rank = port.type().shape().dims().size();
        if (port.type().element() == ElementType.UINT8 && rank == 3) {
            return picture(port);
        }
        Form form = port.representation().form();
        return switch (rank) {
            // Three tiles for the channels of a signal, three rows of tiles for feature maps.
            case 4 -> new Slot(WIDE, form == Form.RAW ? 48 : 54, form);
            case 2 -> form == Form.LOGITS || form == Form.SOFT ? rows(4, port) : new Slot(WIDE, 40, form);
            default -> new Slot(WIDE, 34, form);
        };
    }

    private static Slot picture(PortType port) {
        return new Slot(136, 0, port.representation().form());
    }

    private static int ranked(PortType scores) {
        List<Dim> dims = scores.type().shape().dims();
        long most = dims.isEmpty() ? 5 : dims.getLast().known().orElse(5);
        return Math.clamp(most, 1, 5);
    }

    private static Slot rows(int rows, PortType port) {
        return new Slot(160, rows * ROW - 3, port.representation().form());
    }
}
