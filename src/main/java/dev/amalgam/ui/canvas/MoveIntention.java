package dev.amalgam.ui.canvas;

import dev.amalgam.desk.arrange.Area;
import dev.amalgam.desk.arrange.Snapping;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Point2D;

/** Dragging a card, and with it all that is selected and not pinned. The document hears of it once, at the end. */
final class MoveIntention implements Intention {
    private final Scenery scenery;
    private final NodeId grabbed;
    private final Pointer start;
    private final Consumer<Edit> apply;
    private final Map<NodeId, Position> from = new LinkedHashMap<>();
    private final Area area;
    private final Snapping snapping;
    private boolean moving;

    MoveIntention(Scenery scenery, NodeId grabbed, Pointer start, Consumer<Edit> apply) {
        this.scenery = scenery;
        this.grabbed = grabbed;
        this.start = start;
        this.apply = apply;
        select();
        movable().forEach(card -> from.put(card.card().id(), card.at()));
        area = scenery.board().card(grabbed).map(Board.Placed::area).orElseThrow();
        snapping = scenery.magnet()
                .snapping(
                        scenery.board(),
                        from.keySet(),
                        scenery.seen(),
                        scenery.camera().zoom());
    }

    private List<Board.Placed> movable() {
        Amalgamation graph = scenery.document().state().graph();
        return scenery.selection().nodes().stream()
                .filter(id -> !graph.look(id).pinned())
                .flatMap(id -> scenery.board().card(id).stream())
                .toList();
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
            Snapping.Rest rest = rest(at);
            scenery.lift(places(rest));
            scenery.guide(rest.guides());
        }
    }

    private Snapping.Rest rest(Pointer at) {
        Point2D by = at.world().subtract(start.world());
        return snapping.rest(area.movedBy(Math.rint(by.getX()), Math.rint(by.getY())));
    }

    private Map<NodeId, Position> places(Snapping.Rest rest) {
        double dx = rest.area().x() - area.x();
        double dy = rest.area().y() - area.y();
        Map<NodeId, Position> places = new LinkedHashMap<>();
        from.forEach((id, place) -> places.put(id, new Position(place.x() + dx, place.y() + dy)));
        return places;
    }

    @Override
    public void end(Pointer at) {
        if (moving && !from.isEmpty()) {
            apply.accept(new Edit.Move(places(rest(at))));
        } else if (!start.control() && !start.shift()) {
            // A click on one of many selected cards means that one.
            scenery.selection().only(grabbed);
        }
        tidy();
    }

    @Override
    public void cancel() {
        tidy();
    }

    private void tidy() {
        scenery.lift(Map.of());
        scenery.guide(List.of());
    }
}
