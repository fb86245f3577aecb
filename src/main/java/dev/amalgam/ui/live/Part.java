package dev.amalgam.ui.live;

import dev.amalgam.ui.look.TextScale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A third of the live panel: a heading over what it shows, or over two lines that say why there is nothing. */
abstract class Part extends VBox {
    private static final double HEAD = 24;

    static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final HBox head;

    Part(String heading) {
        Label title = new Label(heading);
        title.getStyleClass().add("section-title");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        head = new HBox(4, title);
        head.setAlignment(Pos.CENTER_LEFT);
        head.minHeightProperty().bind(TextScale.length(HEAD));
        getStyleClass().add("part");
        setAccessibleText(heading);
        getChildren().add(head);
        setMinWidth(0);
    }

    /** Puts something on the line of the heading, at its end. */
    final void beside(Node node) {
        head.getChildren().add(node);
    }

    /** What to show where there is nothing yet. */
    static Region empty(String what, String help) {
        Label title = new Label(what);
        title.setWrapText(true);
        Label cure = new Label(help);
        cure.getStyleClass().add("quiet");
        cure.setWrapText(true);
        VBox lines = new VBox(2, title, cure);
        lines.getStyleClass().add("empty");
        StackPane box = new StackPane(lines);
        box.setMinWidth(0);
        return box;
    }
}
