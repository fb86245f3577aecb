package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Note;
import dev.amalgam.ui.note.Markdown;
import dev.amalgam.ui.text.Texts;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A frame with its title, or a comment with its text. Made anew only where it says something else. */
final class NoteView extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double PAD = 12;

    private final Polyline grip = new Polyline(0, 8, 8, 0, 8, 8, 0, 8);
    private @Nullable Note shown;

    NoteView() {
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TEXT);
        grip.getStyleClass().add("note-grip");
        grip.setManaged(false);
    }

    void show(Note note) {
        if (note.equals(shown)) {
            return;
        }
        shown = note;
        resize(note.width(), note.height());
        setPrefSize(note.width(), note.height());
        grip.relocate(note.width() - 14, note.height() - 14);
        switch (note) {
            case Note.Frame frame -> title(frame);
            case Note.Comment comment -> text(comment);
        }
        getStyleClass().add(CardDress.styleClass(note.tint()));
    }

    private void title(Note.Frame frame) {
        getStyleClass().setAll("frame");
        Label title = new Label(frame.title());
        title.getStyleClass().add("frame-title");
        title.setManaged(false);
        title.resizeRelocate(PAD, 0, Math.max(0, frame.width() - 2 * PAD), Notes.TITLE);
        getChildren().setAll(title, grip);
        setAccessibleText(Texts.get("note.frame.says", frame.title()));
    }

    private void text(Note.Comment comment) {
        getStyleClass().setAll("comment");
        TextFlow flow = new TextFlow();
        flow.getChildren().setAll(Markdown.pieces(comment.text()));
        flow.setManaged(false);
        flow.resizeRelocate(PAD, PAD, Math.max(1, comment.width() - 2 * PAD), Math.max(1, comment.height() - 2 * PAD));
        flow.setClip(new Rectangle(comment.width() - 2 * PAD, comment.height() - 2 * PAD));
        getChildren().setAll(flow, grip);
        setAccessibleText(comment.text());
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
        grip.setVisible(selected);
    }
}
