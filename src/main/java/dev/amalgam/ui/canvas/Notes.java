package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Names;
import dev.amalgam.desk.arrange.Area;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Note;
import dev.amalgam.graph.NoteId;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Frames and comments: which is where, and what can be done to them. Each edit is one step for undo. */
final class Notes {
    /** How high the title of a frame is, in units of the world: what a frame is dragged by. */
    static final double TITLE = 30;

    private static final double MARGIN = 24;
    private static final double CORNER = 16;
    private static final double BORDER = 5;

    /**
     * A note under the pointer.
     *
     * @param corner whether it is the corner that changes its size
     */
    record Hit(NoteId id, Note note, boolean corner) {}

    private final Scenery scenery;
    private final Consumer<Edit> apply;

    Notes(Scenery scenery, Consumer<Edit> apply) {
        this.scenery = scenery;
        this.apply = apply;
    }

    SequencedMap<NoteId, Note> all() {
        return scenery.document().state().graph().notes();
    }

    static Rectangle2D box(Note note) {
        return new Rectangle2D(note.at().x(), note.at().y(), note.width(), note.height());
    }

    static Area area(Note note) {
        return new Area(note.at().x(), note.at().y(), note.width(), note.height());
    }

    /** The note that a point of the world would take hold of; inside a frame there is none, only ground. */
    Optional<Hit> at(Point2D point) {
        return all().sequencedEntrySet().reversed().stream()
                .filter(it -> holds(it.getValue(), point))
                .map(it -> new Hit(it.getKey(), it.getValue(), isCorner(it.getValue(), point)))
                .findFirst();
    }

    private static boolean holds(Note note, Point2D point) {
        return box(note).contains(point)
                && switch (note) {
                    case Note.Comment _ -> true;
                    case Note.Frame frame -> isCorner(frame, point) || isEdge(frame, point);
                };
    }

    private static boolean isEdge(Note.Frame frame, Point2D point) {
        double x = point.getX() - frame.at().x();
        double y = point.getY() - frame.at().y();
        return y <= TITLE || x <= BORDER || x >= frame.width() - BORDER || y >= frame.height() - BORDER;
    }

    private static boolean isCorner(Note note, Point2D point) {
        return point.getX() >= note.at().x() + note.width() - CORNER
                && point.getY() >= note.at().y() + note.height() - CORNER;
    }

    /** A frame around the selected cards or, where none is selected, in the middle of the view. */
    NoteId addFrame() {
        Area area = Area.around(scenery.selection().nodes().stream()
                        .flatMap(id -> scenery.board().card(id).stream())
                        .map(Board.Placed::area)
                        .toList())
                .map(around -> around.grownBy(MARGIN))
                .map(it -> new Area(it.x(), it.y() - TITLE / 2, it.width(), it.height() + TITLE / 2))
                .orElseGet(() -> inView(360, 240));
        return add(
                "frame",
                new Note.Frame(Texts.get("note.frame.new"), area.at(), area.width(), area.height(), Optional.empty()));
    }

    /** An empty comment in the middle of the view. */
    NoteId addComment() {
        Area area = inView(240, 120);
        return add("comment", new Note.Comment("", area.at(), area.width(), area.height(), Optional.empty()));
    }

    private Area inView(double width, double height) {
        Rectangle2D seen = scenery.seen();
        double x = seen.getMinX() + (seen.getWidth() - width) / 2;
        double y = seen.getMinY() + (seen.getHeight() - height) / 2;
        return new Area(Math.rint(x), Math.rint(y), width, height);
    }

    private NoteId add(String base, Note note) {
        NoteId id = Names.freshNote(base, scenery.document().state().graph());
        change(Texts.get("add." + base), Map.of(id, note));
        scenery.selection().only(id);
        return id;
    }

    /** Puts other notes in place of those of the same names. */
    void change(String label, Map<NoteId, Note> notes) {
        apply.accept(new Edit.Batch(label, List.of(new Edit.Annotate(notes))));
    }

    /** The notes that a part of the world takes in: comments that it touches, and frames only whole, for one works in them. */
    Set<NoteId> touching(Rectangle2D part) {
        Set<NoteId> touching = new HashSet<>();
        all().forEach((id, note) -> {
            Rectangle2D box = box(note);
            if (note instanceof Note.Frame ? part.contains(box) : part.intersects(box)) {
                touching.add(id);
            }
        });
        return touching;
    }

    /** Goes from note to note and selects each. @return whether there is one */
    boolean selectNext() {
        List<NoteId> order = new ArrayList<>(all().keySet());
        if (order.isEmpty()) {
            return false;
        }
        int now = scenery.selection().note().map(order::indexOf).orElse(-1);
        scenery.selection().only(order.get((now + 1) % order.size()));
        return true;
    }
}
