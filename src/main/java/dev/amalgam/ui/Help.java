package dev.amalgam.ui;

import dev.amalgam.ui.action.Action;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.dialogs.Dialogs;
import dev.amalgam.ui.text.Texts;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** What helps a person along: the keys of all commands, and what this program is. */
final class Help {
    private final Actions actions;
    private final Dialogs dialogs;

    Help(Actions actions, Dialogs dialogs) {
        this.actions = actions;
        this.dialogs = dialogs;
    }

    void keys() {
        GridPane grid = new GridPane(24, 4);
        int row = 0;
        for (Action action : actions.all()) {
            if (!action.keysProperty().get().isEmpty()) {
                Label keys = new Label(action.keysProperty().get().getFirst().getDisplayText());
                keys.getStyleClass().add("quiet");
                grid.addRow(row++, new Label(action.title()), keys);
            }
        }
        dialogs.show(Texts.get("help.keys"), grid);
    }

    void about() {
        String version = Optional.ofNullable(Help.class.getPackage().getImplementationVersion())
                .orElse(Texts.get("about.development"));
        Label text = new Label(Texts.get("dialog.about.text", version));
        text.setWrapText(true);
        dialogs.show(Texts.get("app"), text);
    }
}
