package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Note;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.Position;
import dev.amalgam.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Point2D;

/** Dragging a note, and with a frame all that lies in it; or dragging its corner, which changes its size. */
final class NoteIntention implements Intention {
    private static final double SLACK = 4;
    private static final double LEAST_WIDTH = 80;
    private static final double LEAST_HEIGHT = 48;

    private final Scenery scenery;
    private final Consumer<Edit> apply;
    private final Notes.Hit grabbed;
    private final Pointer start;
    private final Map<NodeId, Position> cards;
    private final Map<NoteId, Note> notes;
    private boolean moving;

    NoteIntention(Scenery scenery, Notes all, Notes.Hit grabbed, Pointer start, Consumer<Edit> apply) {
        this.scenery = scenery;
        this.apply = apply;
        this.grabbed = grabbed;
        this.start = start;
        this.cards = grabbed.corner() ? Map.of() : all.cardsIn(grabbed.note());
        this.notes = grabbed.corner() ? Map.of(grabbed.id(), grabbed.note()) : all.with(grabbed.id(), grabbed.note());
        scenery.selection().only(grabbed.id());
    }

    @Override
    public void update(Pointer at) {
        moving |= at.view().distance(start.view()) >= SLACK;
        if (moving) {
            scenery.lift(moved(at));
            scenery.liftNotes(changed(at));
        }
    }

    private Point2D by(Pointer at) {
        Point2D by = at.world().subtract(start.world());
        return new Point2D(Math.rint(by.getX()), Math.rint(by.getY()));
    }

    private Map<NodeId, Position> moved(Pointer at) {
        Map<NodeId, Position> moved = new LinkedHashMap<>();
        cards.forEach((id, from) -> moved.put(id, plus(from, by(at))));
        return moved;
    }

    private Map<NoteId, Note> changed(Pointer at) {
        Point2D by = by(at);
        Map<NoteId, Note> changed = new LinkedHashMap<>();
        notes.forEach((id, note) -> changed.put(
                id,
                grabbed.corner()
                        ? note.sized(
                                Math.max(LEAST_WIDTH, note.width() + by.getX()),
                                Math.max(LEAST_HEIGHT, note.height() + by.getY()))
                        : note.at(plus(note.at(), by))));
        return changed;
    }

    private static Position plus(Position from, Point2D by) {
        return new Position(from.x() + by.getX(), from.y() + by.getY());
    }

    @Override
    public void end(Pointer at) {
        if (moving) {
            String label = Texts.get(grabbed.corner() ? "note.done.size" : "note.done.move");
            apply.accept(new Edit.Batch(label, List.of(new Edit.Annotate(changed(at)), new Edit.Move(moved(at)))));
        }
        cancel();
    }

    @Override
    public void cancel() {
        scenery.lift(Map.of());
        scenery.liftNotes(Map.of());
    }
}
