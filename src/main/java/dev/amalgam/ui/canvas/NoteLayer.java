package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Note;
import dev.amalgam.graph.NoteId;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.transform.Scale;

/** All notes, behind wires and cards and seen from everywhere: frames tell what is where, from afar most of all. */
final class NoteLayer extends Group {
    private final Map<NoteId, NoteView> views = new HashMap<>();
    private final Scale scale = new Scale(1, 1);

    NoteLayer() {
        setMouseTransparent(true);
        getTransforms().add(scale);
    }

    void show(SequencedMap<NoteId, Note> notes, Set<NoteId> selected) {
        views.keySet().retainAll(notes.keySet());
        notes.forEach((id, note) -> {
            NoteView view = views.computeIfAbsent(id, _ -> new NoteView());
            view.show(note);
            view.select(selected.contains(id));
            view.relocate(note.at().x(), note.at().y());
        });
        var wanted = notes.keySet().stream().map(views::get).toList();
        if (!getChildren().equals(wanted)) {
            getChildren().setAll(wanted);
        }
    }

    /** Stands where the camera looks. */
    void shift(Camera camera) {
        setTranslateX(camera.x());
        setTranslateY(camera.y());
        scale.setX(camera.zoom());
        scale.setY(camera.zoom());
    }
}
