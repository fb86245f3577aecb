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
    static final double ROW = 22;

    /** Room kept for the milliseconds, so that they do not push the title about while they change. */
    static final double TIME = 64;

    static final Font TITLE_FONT = Fonts.semiBold(Fonts.TEXT);
    static final Font QUIET_FONT = Fonts.regular(Fonts.QUIET);

    private static final double LEAST = 148;
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
        boolean beside = card.inputs().size() <= 1 && card.outputs().size() <= 1;
        double width = width(card, beside);
        double y = TOP;
        Optional<Rectangle2D> preview = Optional.empty();
        if (!card.slot().isNone()) {
            double inner = width - 2 * PAD;
            preview = Optional.of(new Rectangle2D(PAD, y, inner, card.slot().heightFor(inner)));
            y += card.slot().heightFor(inner) + PAD;
        }
        if (beside) {
            double middle = preview.map(it -> it.getMinY() + it.getHeight() / 2).orElse(TOP / 2);
            return new CardLayout(width, fours(y), preview, places(card, width, middle, 0, 0));
        }
        double first = y - 2 + ROW / 2;
        int rows = Math.max(card.inputs().size(), card.outputs().size());
        double room = width - 2 * PAD;
        return new CardLayout(width, fours(y + rows * ROW + 4), preview, places(card, width, first, ROW, room));
    }

    private static double width(Card card, boolean beside) {
        double title = Fonts.width(card.id().name(), TITLE_FONT) + TIME + 2 * PAD;
        double ports = beside ? 0 : widestRow(card) + 2 * PAD + 4;
        double preview = card.slot().isNone() ? 0 : card.slot().width() + 2 * PAD;
        double facts = Math.min(200, Fonts.width(card.factLine(), QUIET_FONT) + 2 * PAD);
        return fours(Math.clamp(Math.max(Math.max(title, ports), Math.max(preview, facts)), LEAST, MOST));
    }

    private static double widestRow(Card card) {
        double widest = 0;
        for (int i = 0; i < Math.max(card.inputs().size(), card.outputs().size()); i++) {
            widest = Math.max(widest, label(card.inputs(), i) + label(card.outputs(), i) + 12);
        }
        return widest;
    }

    private static double label(List<Port> ports, int row) {
        return row < ports.size() ? Fonts.width(ports.get(row).label(), QUIET_FONT) : 0;
    }

    private static List<Place> places(Card card, double width, double first, double pitch, double room) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < card.inputs().size(); i++) {
            double taken = label(card.outputs(), i);
            places.add(
                    new Place(card.inputs().get(i), 0, Math.rint(first + i * pitch), room - Math.min(taken, room / 2)));
        }
        for (int i = 0; i < card.outputs().size(); i++) {
            double taken = label(card.inputs(), i);
            places.add(new Place(
                    card.outputs().get(i), width, Math.rint(first + i * pitch), room - Math.min(taken, room / 2)));
        }
        return places;
    }

    private static double fours(double size) {
        return Math.ceil(size / 4) * 4;
    }
}
