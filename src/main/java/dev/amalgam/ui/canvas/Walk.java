package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Offers;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Wire;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** Working with cards without a mouse: Tab goes from card to card as the data flows, Enter selects, W draws a wire. */
final class Walk {
    private static final int MOST_OFFERS = 20;

    private final CanvasView canvas;
    private final Scenery scenery;
    private final Consumer<Edit> apply;
    private @Nullable NodeId current;

    Walk(CanvasView canvas, Scenery scenery, Consumer<Edit> apply) {
        this.canvas = canvas;
        this.scenery = scenery;
        this.apply = apply;
        canvas.focusedProperty().addListener((_, _, focused) -> mark(focused ? current : null));
    }

    Optional<NodeId> current() {
        return Optional.ofNullable(current);
    }

    /** Goes to the next card, or back. @return false behind the last and before the first, where the focus moves on */
    boolean step(boolean back) {
        List<NodeId> order = scenery.document().state().graph().order();
        int at = current == null ? (back ? order.size() : -1) : order.indexOf(current);
        int next = at + (back ? -1 : 1);
        boolean there = next >= 0 && next < order.size();
        go(there ? order.get(next) : null);
        return there;
    }

    private void go(@Nullable NodeId to) {
        current = to;
        if (to != null) {
            scenery.reveal(to);
        }
        scenery.layout();
        mark(to);
    }

    private void mark(@Nullable NodeId id) {
        scenery.board()
                .cards()
                .forEach(placed -> scenery.view(placed.card().id())
                        .ifPresent(it -> it.pseudoClassStateChanged(
                                CardView.CURRENT, placed.card().id().equals(id))));
        String says = id == null
                ? Texts.get("canvas.name")
                : scenery.board().card(id).map(it -> it.card().says()).orElseGet(() -> Texts.get("canvas.name"));
        canvas.setAccessibleText(says);
        canvas.notifyAccessibleAttributeChanged(javafx.scene.AccessibleAttribute.TEXT);
    }

    boolean choose() {
        current().ifPresent(scenery.selection()::only);
        return current != null;
    }

    /** Offers every wire that fits the current card, or the selected one, as a list. */
    boolean wire() {
        Optional<NodeId> card = current()
                .or(() -> scenery.selection().nodes().stream().findFirst())
                .filter(id -> scenery.board().card(id).isPresent());
        card.ifPresent(this::offer);
        return card.isPresent();
    }

    private void offer(NodeId id) {
        ContextMenu menu = new ContextMenu();
        menu.getStyleClass().add("wire-offers");
        List<Wire> offers = offers(id);
        offers.forEach(offer -> menu.getItems().add(item(id, offer)));
        if (offers.isEmpty()) {
            MenuItem none = new MenuItem(Texts.get("canvas.wire.none", id));
            none.setDisable(true);
            menu.getItems().add(none);
        }
        Board.Placed placed = scenery.board().card(id).orElseThrow();
        Bounds bounds = canvas.getLayoutBounds();
        var at = scenery.camera().toView(placed.box().getMaxX(), placed.box().getMinY());
        double x = Math.clamp(at.getX() + 12, 0, bounds.getWidth());
        menu.show(canvas, Side.TOP, x, Math.clamp(at.getY(), 0, bounds.getHeight()));
    }

    private MenuItem item(NodeId id, Wire offer) {
        MenuItem item = new MenuItem(words(offer, id));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> apply.accept(new Edit.Connect(offer.from(), offer.to())));
        return item;
    }

    /** Wires between this card and free inputs that fit, at most as many as a list can show. */
    private List<Wire> offers(NodeId id) {
        return scenery.board()
                .card(id)
                .orElseThrow()
                .card()
                .ports()
                .flatMap(port -> Offers.at(scenery.document(), port.ref(), port.input()))
                .limit(MOST_OFFERS)
                .toList();
    }

    private static String words(Wire offer, NodeId here) {
        return here.equals(offer.from().node())
                ? offer.from().port() + " → " + offer.to()
                : offer.to().port() + " ← " + offer.from();
    }
}
