package dev.amalgam.ui.canvas;

import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.NoteId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Drawing a frame: what it touches is selected; with Shift in addition, with Ctrl the other way round. */
final class MarqueeIntention implements Intention {
    private final Scenery scenery;
    private final Pointer start;
    private final Notes notes;
    private final Set<NodeId> before;
    private final Set<NoteId> notesBefore;

    MarqueeIntention(Scenery scenery, Notes notes, Pointer start) {
        this.scenery = scenery;
        this.notes = notes;
        this.start = start;
        this.before = Set.copyOf(scenery.selection().nodes());
        this.notesBefore = Set.copyOf(scenery.selection().notes());
    }

    @Override
    public void update(Pointer at) {
        scenery.marquee(Optional.of(box(start.view(), at.view())));
        // The frame hangs on the world, so that it stays true if the view moves meanwhile.
        Rectangle2D part = box(start.world(), at.world());
        scenery.selection()
                .set(combined(before, scenery.board().touching(part)), combined(notesBefore, notes.touching(part)));
    }

    private <T> Set<T> combined(Set<T> before, Set<T> framed) {
        Set<T> wanted = new HashSet<>(start.shift() || start.control() ? before : Set.of());
        for (T id : framed) {
            if (!wanted.add(id) && start.control()) {
                wanted.remove(id);
            }
        }
        return wanted;
    }

    private static Rectangle2D box(Point2D a, Point2D b) {
        return new Rectangle2D(
                Math.min(a.getX(), b.getX()),
                Math.min(a.getY(), b.getY()),
                Math.abs(a.getX() - b.getX()),
                Math.abs(a.getY() - b.getY()));
    }

    @Override
    public void end(Pointer at) {
        update(at);
        scenery.marquee(Optional.empty());
    }

    @Override
    public void cancel() {
        scenery.marquee(Optional.empty());
        scenery.selection().set(before, notesBefore);
    }
}
