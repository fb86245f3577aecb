package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Note;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Point2D;

/** Dragging a note, and with it all that is selected or lies in a frame; or dragging its corner, which changes its size. */
final class NoteIntention implements Intention {
    private static final double LEAST_WIDTH = 80;
    private static final double LEAST_HEIGHT = 48;

    private final Scenery scenery;
    private final Consumer<Edit> apply;
    private final Notes.Hit grabbed;
    private final Pointer start;
    private final Cargo cargo;
    private boolean moving;

    NoteIntention(Scenery scenery, Notes.Hit grabbed, Pointer start, Consumer<Edit> apply) {
        this.scenery = scenery;
        this.apply = apply;
        this.grabbed = grabbed;
        this.start = start;
        select();
        this.cargo = Cargo.selected(scenery);
    }

    private void select() {
        Selection selection = scenery.selection();
        if (start.control() || start.shift()) {
            selection.toggle(grabbed.id());
        } else if (grabbed.corner() || !selection.notes().contains(grabbed.id())) {
            selection.only(grabbed.id());
        }
    }

    @Override
    public void update(Pointer at) {
        moving |= at.view().distance(start.view()) >= SLACK;
        if (moving && grabbed.corner()) {
            scenery.liftNotes(Map.of(grabbed.id(), sized(at)));
        } else if (moving) {
            moved(at).lift(scenery);
        }
    }

    private Point2D by(Pointer at) {
        Point2D by = at.world().subtract(start.world());
        return new Point2D(Math.rint(by.getX()), Math.rint(by.getY()));
    }

    private Cargo moved(Pointer at) {
        return cargo.movedBy(by(at).getX(), by(at).getY());
    }

    private Note sized(Pointer at) {
        Note note = grabbed.note();
        return note.sized(
                Math.max(LEAST_WIDTH, note.width() + by(at).getX()),
                Math.max(LEAST_HEIGHT, note.height() + by(at).getY()));
    }

    @Override
    public void end(Pointer at) {
        if (moving) {
            apply.accept(grabbed.corner() ? resize(at) : moved(at).edit());
        } else if (!start.control() && !start.shift()) {
            scenery.selection().only(grabbed.id());
        }
        cancel();
    }

    private Edit resize(Pointer at) {
        return new Edit.Batch(Texts.get("note.done.size"), List.of(new Edit.Annotate(Map.of(grabbed.id(), sized(at)))));
    }

    @Override
    public void cancel() {
        Cargo.settle(scenery);
    }
}
