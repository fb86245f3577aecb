package dev.amalgam.ui.palette;

import dev.amalgam.kind.Kind;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.text.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Draws a line of the palette, starts drags and hears double clicks. */
final class PaletteCell extends ListCell<Row> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final double GLYPH = 12;

    private final PaletteHost host;

    PaletteCell(PaletteHost host) {
        this.host = host;
        setOnMousePressed(this::press);
        // The row takes the list's width and shortens its text; it never asks for a scroll bar.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(HEADING, row instanceof Row.Heading);
        setMouseTransparent(!(row instanceof Row.Entry));
        setText(null);
        setGraphic(null);
        setTooltip(null);
        setAccessibleText(null);
        switch (row) {
            case null -> {}
            case Row.Heading(var family) -> setText(Texts.say(family.title()));
            case Row.Entry(var kind) -> show(kind);
        }
    }

    private void show(Kind kind) {
        Label title = new Label(Texts.say(kind.about().title()));
        title.getStyleClass().add("kind-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label summary = new Label(Texts.say(kind.about().summary()));
        summary.getStyleClass().add("quiet");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, Glyph.icon(Yield.of(kind), GLYPH), title, gap, summary);
        line.getStyleClass().add("kind");
        setGraphic(line);
        setAccessibleText(title.getText() + ", " + summary.getText() + ". "
                + Texts.say(kind.about().help()));
        setTooltip(new Tooltip(Texts.say(kind.about().help()) + "\n" + Texts.get("palette.drag")));
    }

    private void press(MouseEvent event) {
        if (getItem() instanceof Row.Entry(var kind) && event.getButton() == MouseButton.PRIMARY) {
            if (event.getClickCount() == 2) {
                host.add(kind.name());
            } else if (getScene() != null) {
                Carry.begin(kind, host, getScene(), event);
            }
        }
    }
}
