package dev.amalgam.ui.canvas;

import dev.amalgam.desk.arrange.Area;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Note;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.Position;
import dev.amalgam.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What moves together: the selected cards and notes, and with each frame all that lies in it, but no card that is pinned.
 *
 * @param cards where each stands
 * @param notes each as it is
 */
record Cargo(Map<NodeId, Position> cards, Map<NoteId, Note> notes) {
    static Cargo selected(Scenery scenery) {
        Selection selection = scenery.selection();
        Map<NoteId, Note> all = scenery.document().state().graph().notes();
        List<Area> frames = selection.notes().stream()
                .map(all::get)
                .filter(Note.Frame.class::isInstance)
                .map(Notes::area)
                .toList();
        Map<NodeId, Position> cards = new LinkedHashMap<>();
        for (Board.Placed placed : scenery.board().cards()) {
            NodeId id = placed.card().id();
            if (!placed.card().look().pinned() && (selection.has(id) || isIn(frames, placed.area()))) {
                cards.put(id, placed.at());
            }
        }
        Map<NoteId, Note> notes = new LinkedHashMap<>();
        all.forEach((id, note) -> {
            if (selection.notes().contains(id) || isIn(frames, Notes.area(note))) {
                notes.put(id, note);
            }
        });
        return new Cargo(cards, notes);
    }

    private static boolean isIn(List<Area> frames, Area area) {
        return frames.stream().anyMatch(frame -> frame.contains(area));
    }

    boolean isEmpty() {
        return cards.isEmpty() && notes.isEmpty();
    }

    /** The same elsewhere, by that many units of the world. */
    Cargo movedBy(double dx, double dy) {
        Map<NodeId, Position> there = new LinkedHashMap<>();
        cards.forEach((id, at) -> there.put(id, new Position(at.x() + dx, at.y() + dy)));
        Map<NoteId, Note> moved = new LinkedHashMap<>();
        notes.forEach((id, note) ->
                moved.put(id, note.at(new Position(note.at().x() + dx, note.at().y() + dy))));
        return new Cargo(there, moved);
    }

    /** Draws it where it is here, until {@link #settle}. */
    void lift(Scenery scenery) {
        scenery.lift(cards);
        scenery.liftNotes(notes);
    }

    static void settle(Scenery scenery) {
        scenery.lift(Map.of());
        scenery.liftNotes(Map.of());
    }

    /** Puts it where it is here, as one step. */
    Edit edit() {
        Edit move = new Edit.Move(cards);
        return notes.isEmpty()
                ? move
                : new Edit.Batch(Texts.get("note.done.move"), List.of(new Edit.Annotate(notes), move));
    }
}
