package dev.amalgam.ui.inside;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** Something inside that is spoken of: its name and a few words; pressing it goes there. */
final class Mention extends Button {
    Mention(String name, String about, Runnable go) {
        getStyleClass().addAll("flat", "mention");
        Label title = new Label(name);
        // Names of tensors differ at their ends.
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        VBox lines = new VBox(title);
        if (!about.isEmpty()) {
            Label below = new Label(about);
            below.getStyleClass().add("quiet");
            below.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            lines.getChildren().add(below);
        }
        lines.setMinWidth(0);
        setGraphic(lines);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setAccessibleText(about.isEmpty() ? name : name + ", " + about);
        setTooltip(new Tooltip(about.isEmpty() ? name : name + "\n" + about));
        setOnAction(_ -> go.run());
    }
}
