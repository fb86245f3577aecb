package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Dragging a card, and with it all that is selected. The document hears of it once, at the end. */
final class MoveIntention implements Intention {
    /** How far the pointer goes, in pixels, before a click becomes a drag. */
    private static final double SLACK = 4;

    private final Scenery scenery;
    private final NodeId grabbed;
    private final Pointer start;
    private final Consumer<Edit> apply;
    private final Map<NodeId, Position> from = new LinkedHashMap<>();
    private boolean moving;

    MoveIntention(Scenery scenery, NodeId grabbed, Pointer start, Consumer<Edit> apply) {
        this.scenery = scenery;
        this.grabbed = grabbed;
        this.start = start;
        this.apply = apply;
        select();
        scenery.selection().nodes().forEach(id -> scenery.board().card(id).ifPresent(it -> from.put(id, it.at())));
    }

    private void select() {
        Selection selection = scenery.selection();
        if (start.control() || start.shift()) {
            selection.toggle(grabbed);
        } else if (!selection.has(grabbed)) {
            selection.only(grabbed);
        }
    }

    @Override
    public void update(Pointer at) {
        moving |= at.view().distance(start.view()) >= SLACK;
        if (moving) {
            scenery.lift(places(at));
        }
    }

    private Map<NodeId, Position> places(Pointer at) {
        double dx = Math.rint(at.world().getX() - start.world().getX());
        double dy = Math.rint(at.world().getY() - start.world().getY());
        Map<NodeId, Position> places = new LinkedHashMap<>();
        from.forEach((id, place) -> places.put(id, new Position(place.x() + dx, place.y() + dy)));
        return places;
    }

    @Override
    public void end(Pointer at) {
        if (moving && !from.isEmpty()) {
            apply.accept(new Edit.Move(places(at)));
        } else if (!start.control() && !start.shift()) {
            // A click on one of many selected cards means that one.
            scenery.selection().only(grabbed);
        }
        scenery.lift(Map.of());
    }

    @Override
    public void cancel() {
        scenery.lift(Map.of());
    }
}
