package dev.amalgam.ui.canvas;

import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Working with cards without a mouse: Tab goes from card to card as the data flows and Enter selects. */
final class Walk {
    private final CanvasView canvas;
    private final Scenery scenery;
    private @Nullable NodeId current;

    Walk(CanvasView canvas, Scenery scenery) {
        this.canvas = canvas;
        this.scenery = scenery;
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

    /** The current card or, where there is none, the selected one. */
    Optional<NodeId> card() {
        return current()
                .or(() -> scenery.selection().nodes().stream().findFirst())
                .filter(id -> scenery.board().card(id).isPresent());
    }
}
