package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Insertion;
import dev.amalgam.desk.arrange.Area;
import dev.amalgam.desk.arrange.Snapping;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;

/**
 * Dragging a card, and with it all that is selected and not pinned. A card that is dragged alone can be put into a wire. The
 * document hears of it once, at the end.
 */
final class MoveIntention implements Intention {
    private final Scenery scenery;
    private final NodeId grabbed;
    private final Pointer start;
    private final Consumer<Edit> apply;
    private final Cargo cargo;
    private final Area area;
    private final Snapping snapping;
    private final Optional<Landing> landing;
    private boolean moving;

    MoveIntention(Scenery scenery, NodeId grabbed, Pointer start, Consumer<Edit> apply) {
        this.scenery = scenery;
        this.grabbed = grabbed;
        this.start = start;
        this.apply = apply;
        select();
        cargo = Cargo.selected(scenery);
        area = scenery.board().card(grabbed).map(Board.Placed::area).orElseThrow();
        snapping = scenery.magnet()
                .snapping(
                        scenery.board(),
                        cargo.cards().keySet(),
                        scenery.seen(),
                        scenery.camera().zoom());
        landing =
                cargo.cards().keySet().equals(Set.of(grabbed)) && cargo.notes().isEmpty()
                        ? Optional.of(new Landing(scenery, grabbed.name(), this::insertion))
                        : Optional.empty();
    }

    private Optional<Edit> insertion(Wire wire) {
        return Insertion.of(scenery.document().state().typing(), grabbed, wire);
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
            moved(rest).lift(scenery);
            scenery.guide(rest.guides());
            landing.ifPresent(it -> it.show(at.view(), at.world(), middle(rest)));
        }
    }

    private Snapping.Rest rest(Pointer at) {
        Point2D by = at.world().subtract(start.world());
        return snapping.rest(area.movedBy(Math.rint(by.getX()), Math.rint(by.getY())));
    }

    private static Point2D middle(Snapping.Rest rest) {
        return new Point2D(rest.area().centre(), rest.area().middle());
    }

    private Cargo moved(Snapping.Rest rest) {
        return cargo.movedBy(rest.area().x() - area.x(), rest.area().y() - area.y());
    }

    @Override
    public void end(Pointer at) {
        if (moving && !cargo.isEmpty()) {
            apply.accept(dropped(at));
        } else if (!start.control() && !start.shift()) {
            // A click on one of many selected cards means that one.
            scenery.selection().only(grabbed);
        }
        tidy();
    }

    /** The move and, over a wire that takes the node in, both as one step. */
    private Edit dropped(Pointer at) {
        Snapping.Rest rest = rest(at);
        Edit move = moved(rest).edit();
        return landing.flatMap(it -> it.at(at.world(), middle(rest)))
                .<Edit>map(into -> new Edit.Batch(into.label(), List.of(move, into)))
                .orElse(move);
    }

    @Override
    public void cancel() {
        tidy();
    }

    private void tidy() {
        Cargo.settle(scenery);
        scenery.guide(List.of());
        landing.ifPresent(Landing::hide);
    }
}
