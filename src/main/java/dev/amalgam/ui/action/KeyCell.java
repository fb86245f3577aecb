package dev.amalgam.ui.action;

import dev.amalgam.ui.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A line of the {@link KeySheet}: what the action is called, what it does, and its keys. */
final class KeyCell extends ListCell<Action> {
    private final KeySheet sheet;

    KeyCell(KeySheet sheet) {
        this.sheet = sheet;
        // The line takes the list's width and shortens its text; it never asks for a scroll bar.
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (getItem() != null) {
                sheet.listen(getItem());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Action action, boolean empty) {
        super.updateItem(action, empty);
        setText(null);
        setGraphic(action == null ? null : content(action));
        setAccessibleText(action == null ? "" : action.title() + ", " + action.keysText() + ". " + action.help());
    }

    private HBox content(Action action) {
        Label title = new Label(action.title());
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label help = new Label(action.help());
        help.getStyleClass().add("quiet");
        help.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(help, Priority.ALWAYS);
        HBox content = new HBox(8, title, help);
        content.getStyleClass().add("line");
        if (sheet.isWaitingFor(action)) {
            content.getChildren().add(chip(Texts.get("keys.waiting"), "waiting"));
        } else {
            for (KeyCombination keys : action.keysProperty().get()) {
                content.getChildren().add(chip(keys.getDisplayText(), "given"));
            }
        }
        if (sheet.isChanged(action)) {
            content.getChildren().add(reset(action));
        }
        return content;
    }

    private static Label chip(String words, String style) {
        Label chip = new Label(words);
        chip.getStyleClass().addAll("key", style);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    private Button reset(Action action) {
        Button reset = new Button("↺");
        reset.getStyleClass().addAll("flat", "reset");
        reset.setTooltip(new Tooltip(Texts.get("keys.reset")));
        reset.setAccessibleText(Texts.get("keys.reset"));
        reset.setOnAction(_ -> sheet.reset(action));
        return reset;
    }
}
