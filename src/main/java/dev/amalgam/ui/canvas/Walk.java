package dev.amalgam.ui.canvas;

import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Working with cards without a mouse: Tab goes from card to card as the data flows and Enter selects. */
final class Walk {
    private final CanvasView canvas;
    private final Scenery scenery;
    private @Nullable NodeId current;

    Walk(CanvasView canvas, Scenery scenery) {
        this.canvas = canvas;
        this.scenery = scenery;
        canvas.focusedProperty()
                .addListener((_, _, focused) -> mark(focused ? current().orElse(null) : null));
        scenery.selection().onChange(this::giveWay);
    }

    /** Where it is; empty where that card is gone. */
    Optional<NodeId> current() {
        return Optional.ofNullable(current).filter(this::isThere);
    }

    private boolean isThere(NodeId id) {
        return scenery.board().card(id).isPresent();
    }

    /** What is selected since is where one works now. */
    private void giveWay() {
        Set<NodeId> selected = scenery.selection().nodes();
        if (current != null && !selected.isEmpty() && !selected.contains(current)) {
            current = null;
            mark(null);
        }
    }

    /** Goes on to the next card from the current one or the only one selected, or back. @return false behind the last and before the first, where the focus moves on */
    boolean step(boolean back) {
        List<NodeId> order = scenery.document().state().graph().order();
        int at = current().or(this::onlySelected).map(order::indexOf).orElse(back ? order.size() : -1);
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

    /** Selects the current card or, where that is selected already, looks inside it or at its value. @return whether there is one */
    boolean choose() {
        Optional<NodeId> chosen = current();
        if (chosen.equals(onlySelected())) {
            chosen.filter(node -> !canvas.host().openInside(node))
                    .flatMap(canvas::output)
                    .ifPresent(canvas.host()::look);
        } else {
            chosen.ifPresent(scenery.selection()::only);
        }
        return chosen.isPresent();
    }

    private Optional<NodeId> onlySelected() {
        Set<NodeId> selected = scenery.selection().nodes();
        return selected.stream().filter(_ -> selected.size() == 1).findFirst();
    }

    /** The current card or, where there is none, the selected one. */
    Optional<NodeId> card() {
        return current()
                .or(() -> scenery.selection().nodes().stream()
                        .filter(this::isThere)
                        .findFirst());
    }
}
