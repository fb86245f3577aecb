package dev.amalgam.ui.search;

import dev.amalgam.ui.look.Glyph;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Draws a line of a {@link Picker}. */
final class LineCell<T> extends ListCell<Line<T>> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final double GLYPH = 12;

    /** @param take called when a choice is clicked, once it is the selected one */
    LineCell(Runnable take) {
        setOnMouseClicked(_ -> take.run());
        // The line takes the list's width and shortens its text; it never asks for a scroll bar.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Line<T> line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(HEADING, line instanceof Line.Heading);
        setMouseTransparent(!(line instanceof Line.Choice));
        setText(null);
        setGraphic(null);
        setAccessibleText(null);
        switch (line) {
            case null -> {}
            case Line.Heading<T>(String title) -> setText(title);
            case Line.Choice<T> choice -> show(choice);
        }
    }

    private void show(Line.Choice<T> choice) {
        Label title = new Label(choice.title());
        title.getStyleClass().add("line-title");
        Label note = new Label(choice.note());
        note.getStyleClass().add("quiet");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox content = new HBox(8);
        content.getStyleClass().add("line");
        choice.glyph().ifPresent(it -> content.getChildren().add(Glyph.icon(it, GLYPH)));
        content.getChildren().addAll(title, gap, note);
        setGraphic(content);
        setAccessibleText(choice.title() + ", " + choice.note() + ". " + choice.help());
    }
}
