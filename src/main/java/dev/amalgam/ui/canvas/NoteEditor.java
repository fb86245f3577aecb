package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Note;
import dev.amalgam.graph.NoteId;
import dev.amalgam.ui.text.Texts;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Editing the title of a frame or the text of a comment where it stands. Enter keeps what was typed, in a comment together
 * with Ctrl, and so does going elsewhere; Escape does not.
 */
final class NoteEditor {
    private final CanvasView canvas;
    private final Notes notes;
    private Optional<TextInputControl> open = Optional.empty();

    NoteEditor(CanvasView canvas, Notes notes) {
        this.canvas = canvas;
        this.notes = notes;
    }

    /** Opens it for a note, if that is there. @return whether it is */
    boolean edit(NoteId id) {
        close();
        Note note = notes.all().get(id);
        if (note != null) {
            begin(id, note);
        }
        return note != null;
    }

    private void begin(NoteId id, Note note) {
        TextInputControl field = field(note);
        field.getStyleClass().add("note-editor");
        field.setManaged(false);
        Camera camera = canvas.scenery().camera();
        Point2D at = camera.toView(note.at().x(), note.at().y());
        double height = note instanceof Note.Frame ? Notes.TITLE : Math.max(64, note.height() * camera.zoom());
        canvas.scenery().getChildren().add(field);
        field.resizeRelocate(at.getX(), at.getY(), Math.max(160, note.width() * camera.zoom()), height);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> press(event, id, field));
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                keep(id, field);
            }
        });
        open = Optional.of(field);
        field.requestFocus();
        field.selectAll();
    }

    private static TextInputControl field(Note note) {
        return switch (note) {
            case Note.Frame frame -> {
                TextField field = new TextField(frame.title());
                field.setAccessibleText(Texts.get("note.frame.title"));
                yield field;
            }
            case Note.Comment comment -> {
                TextArea area = new TextArea(comment.text());
                area.setWrapText(true);
                area.setAccessibleText(Texts.get("note.comment.text"));
                yield area;
            }
        };
    }

    private void press(KeyEvent event, NoteId id, TextInputControl field) {
        boolean enter = event.getCode() == KeyCode.ENTER && (field instanceof TextField || event.isShortcutDown());
        if (enter) {
            keep(id, field);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private void keep(NoteId id, TextInputControl field) {
        boolean wanted = open.equals(Optional.of(field));
        close();
        Note note = notes.all().get(id);
        if (wanted && note != null) {
            Note written = switch (note) {
                case Note.Frame frame -> frame.titled(field.getText().strip());
                case Note.Comment comment -> comment.saying(field.getText());
            };
            notes.change(Texts.get("note.done.write"), Map.of(id, written));
        }
    }

    private void close() {
        Optional<TextInputControl> was = open;
        open = Optional.empty();
        was.ifPresent(field -> {
            boolean focused = field.isFocused();
            canvas.scenery().getChildren().remove(field);
            if (focused) {
                canvas.requestFocus();
            }
        });
    }
}
