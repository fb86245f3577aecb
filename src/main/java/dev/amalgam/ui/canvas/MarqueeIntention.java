package dev.amalgam.ui.canvas;

import dev.amalgam.graph.NodeId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Drawing a frame: what it touches is selected; with Shift in addition, with Ctrl the other way round. */
final class MarqueeIntention implements Intention {
    private final Scenery scenery;
    private final Pointer start;
    private final Set<NodeId> before;

    MarqueeIntention(Scenery scenery, Pointer start) {
        this.scenery = scenery;
        this.start = start;
        this.before = Set.copyOf(scenery.selection().nodes());
    }

    @Override
    public void update(Pointer at) {
        scenery.marquee(Optional.of(box(start.view(), at.view())));
        // The frame hangs on the world, so that it stays true if the view moves meanwhile.
        scenery.selection().set(combined(scenery.board().touching(box(start.world(), at.world()))));
    }

    private Set<NodeId> combined(Set<NodeId> framed) {
        Set<NodeId> wanted = new HashSet<>(start.shift() || start.control() ? before : Set.of());
        for (NodeId id : framed) {
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
        scenery.selection().set(before);
    }
}
