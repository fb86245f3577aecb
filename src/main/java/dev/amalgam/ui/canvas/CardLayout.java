package dev.amalgam.ui.canvas;

import dev.amalgam.ui.look.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.Font;

/**
 * Where everything on a card stands, relative to its top left corner, in pixels at 100 %.
 *
 * @param width a multiple of 4
 * @param height a multiple of 4
 * @param preview the place of the preview
 * @param ports the place of each port
 */
record CardLayout(double width, double height, Optional<Rectangle2D> preview, List<Place> ports) {
    static final double PAD = 12;
    static final double TITLE_Y = 18;
    static final double FACTS_Y = 36;
    static final double TOP = 50;
    static final double ROW = 20;

    /** From port to port where they have no labels and little room. */
    private static final double CLOSE_ROW = 15;
    /** The box around a reroute dot: the dot in the middle, a port at either end. */
    static final double DOT_WIDTH = 28;

    static final double DOT_HEIGHT = 20;

    /** Room kept for the milliseconds, so that they do not push the title about while they change. */
    static final double TIME = 64;

    /** Room for the mark of the status alone. */
    private static final double MARK = 18;

    static final Font TITLE_FONT = Fonts.semiBold(Fonts.TEXT);
    static final Font QUIET_FONT = Fonts.regular(Fonts.QUIET);

    private static final double LEAST = 148;
    private static final double LEAST_WITHOUT_PREVIEW = 104;
    private static final double MOST = 264;

    /**
     * A port's place.
     *
     * @param x of its middle: on the left or on the right edge
     * @param y of its middle
     * @param room for its label in pixels, 0 where it stands beside the preview and has none
     */
    record Place(Port port, double x, double y, double room) {}

    static CardLayout of(Card card) {
        if (card.slot().equals(Slot.DOT)) {
            return dot(card);
        }
        return card.look().collapsed() ? collapsed(card) : whole(card);
    }

    /** A port at either end, and between them just enough to be taken hold of. */
    private static CardLayout dot(Card card) {
        List<Place> places = new ArrayList<>();
        beside(places, card.inputs(), 0, DOT_HEIGHT / 2, CLOSE_ROW);
        beside(places, card.outputs(), DOT_WIDTH, DOT_HEIGHT / 2, CLOSE_ROW);
        return new CardLayout(DOT_WIDTH, DOT_HEIGHT, Optional.empty(), places);
    }

    /** The title alone, with all ports close together beside it. */
    private static CardLayout collapsed(Card card) {
        double width = fours(Math.clamp(titleWidth(card), LEAST_WITHOUT_PREVIEW, MOST));
        int rows = Math.max(card.inputs().size(), card.outputs().size());
        double height = fours(Math.max(2 * TITLE_Y, rows * CLOSE_ROW + 8));
        List<Place> places = new ArrayList<>();
        beside(places, card.inputs(), 0, height / 2, CLOSE_ROW);
        beside(places, card.outputs(), width, height / 2, CLOSE_ROW);
        return new CardLayout(width, height, Optional.empty(), places);
    }

    private static CardLayout whole(Card card) {
        List<Port> inputs = labelled(card.inputs());
        List<Port> outputs = labelled(card.outputs());
        boolean none = inputs.size() <= 1 && outputs.size() <= 1;
        double width = width(card, none ? 0 : widestRow(inputs, outputs) + 2 * PAD + 4);
        double inner = width - 2 * PAD;
        Slot slot = card.slot();
        Optional<Rectangle2D> preview =
                slot.isNone() ? Optional.empty() : Optional.of(new Rectangle2D(PAD, TOP, inner, slot.heightFor(inner)));
        double below = preview.map(it -> it.getMaxY() + PAD).orElse(TOP);
        double middle = preview.map(it -> it.getMinY() + it.getHeight() / 2).orElse(TOP / 2);
        List<Place> places = new ArrayList<>();
        if (none) {
            beside(places, card.inputs(), 0, middle, ROW);
            beside(places, card.outputs(), width, middle, ROW);
            return new CardLayout(width, fours(below), preview, places);
        }
        beside(places, aside(card.inputs()), 0, middle, ROW);
        beside(places, aside(card.outputs()), width, middle, ROW);
        rows(places, inputs, outputs, below - 2 + ROW / 2, width);
        int rows = Math.max(inputs.size(), outputs.size());
        return new CardLayout(width, fours(below + rows * ROW + 4), preview, places);
    }

    private static List<Port> labelled(List<Port> ports) {
        return ports.stream().filter(port -> !port.aside()).toList();
    }

    private static List<Port> aside(List<Port> ports) {
        return ports.stream().filter(Port::aside).toList();
    }

    private static double width(Card card, double rows) {
        double title = titleWidth(card);
        double preview = card.slot().isNone() ? 0 : card.slot().width() + 2 * PAD;
        double least = card.slot().isNone() && card.time().isEmpty() ? LEAST_WITHOUT_PREVIEW : LEAST;
        double facts = Math.min(200, Fonts.width(card.factLine(), QUIET_FONT) + 2 * PAD);
        return fours(Math.clamp(Math.max(Math.max(title, rows), Math.max(preview, facts)), least, MOST));
    }

    private static double titleWidth(Card card) {
        return Fonts.width(card.id().name(), TITLE_FONT) + (card.time().isEmpty() ? MARK : TIME) + 2 * PAD;
    }

    private static double widestRow(List<Port> inputs, List<Port> outputs) {
        double widest = 0;
        for (int i = 0; i < Math.max(inputs.size(), outputs.size()); i++) {
            widest = Math.max(widest, label(inputs, i) + label(outputs, i) + 12);
        }
        return widest;
    }

    private static double label(List<Port> ports, int row) {
        return row < ports.size() ? Fonts.width(ports.get(row).label(), QUIET_FONT) : 0;
    }

    /** Without labels, one below the other, around the middle of the preview. */
    private static void beside(List<Place> places, List<Port> ports, double x, double middle, double row) {
        double first = middle - (ports.size() - 1) * row / 2;
        for (int i = 0; i < ports.size(); i++) {
            places.add(new Place(ports.get(i), x, Math.rint(first + i * row), 0));
        }
    }

    /** With labels, inputs and outputs side by side. */
    private static void rows(List<Place> places, List<Port> inputs, List<Port> outputs, double first, double width) {
        double room = width - 2 * PAD;
        for (int i = 0; i < inputs.size(); i++) {
            double taken = Math.min(label(outputs, i), room / 2);
            places.add(new Place(inputs.get(i), 0, Math.rint(first + i * ROW), room - taken));
        }
        for (int i = 0; i < outputs.size(); i++) {
            double taken = Math.min(label(inputs, i), room / 2);
            places.add(new Place(outputs.get(i), width, Math.rint(first + i * ROW), room - taken));
        }
    }

    private static double fours(double size) {
        return Math.ceil(size / 4) * 4;
    }
}
