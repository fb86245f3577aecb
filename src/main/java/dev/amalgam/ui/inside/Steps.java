package dev.amalgam.ui.inside;

import dev.amalgam.desk.arrange.Area;
import dev.amalgam.desk.inside.Diagram.Card;
import dev.amalgam.desk.inside.Pick;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Walking about inside by keyboard: with the arrows to the nearest card on that side, and from card to card in their order. */
final class Steps {
    /** A card straight ahead is nearer than one aside. */
    private static final double ASIDE = 2.5;

    private final InsideView view;

    Steps(InsideView view) {
        this.view = view;
    }

    void listen() {
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (plain && event.getCode().isArrowKey()) {
            go(event.getCode());
            event.consume();
        }
    }

    private void go(KeyCode key) {
        Optional<Rectangle2D> from = Picks.box(view.inside(), view.diagram(), view.pick());
        if (from.isEmpty()) {
            step(false);
            return;
        }
        double x = (from.get().getMinX() + from.get().getMaxX()) / 2;
        double y = (from.get().getMinY() + from.get().getMaxY()) / 2;
        view.diagram().cards().stream()
                .filter(card -> ahead(key, card.area(), x, y) > 1)
                .min(Comparator.comparingDouble(card -> away(key, card.area(), x, y)))
                .ifPresent(card -> view.reveal(Picks.of(card.content())));
    }

    private static double ahead(KeyCode key, Area area, double x, double y) {
        return switch (key) {
            case LEFT, KP_LEFT -> x - area.centre();
            case UP, KP_UP -> y - area.middle();
            case DOWN, KP_DOWN -> area.middle() - y;
            default -> area.centre() - x;
        };
    }

    private static double away(KeyCode key, Area area, double x, double y) {
        boolean across = key == KeyCode.UP || key == KeyCode.KP_UP || key == KeyCode.DOWN || key == KeyCode.KP_DOWN;
        double aside = Math.abs(across ? area.centre() - x : area.middle() - y);
        return ahead(key, area, x, y) + ASIDE * aside;
    }

    /** Goes on to the next card, or back. @return false behind the last and before the first */
    boolean step(boolean back) {
        List<Card> cards = view.diagram().cards();
        int at = -1;
        for (int i = 0; i < cards.size(); i++) {
            at = Picks.of(cards.get(i).content()).equals(view.pick()) ? i : at;
        }
        int next = at < 0 ? (back ? cards.size() - 1 : 0) : at + (back ? -1 : 1);
        boolean there = next >= 0 && next < cards.size();
        view.reveal(there ? Picks.of(cards.get(next).content()) : new Pick.Nothing());
        return there;
    }
}
