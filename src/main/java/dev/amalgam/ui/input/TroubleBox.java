package dev.amalgam.ui.input;

import dev.amalgam.desk.NodeState.Trouble;
import dev.amalgam.ui.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Why nothing can flow in, and what to do. */
final class TroubleBox extends ScrollPane {
    TroubleBox(Trouble trouble) {
        Label what = new Label(Texts.say(trouble.sentence()) + ".");
        what.setWrapText(true);
        Label cure = new Label(Texts.say(trouble.remedy()) + ".");
        cure.getStyleClass().add("quiet");
        cure.setWrapText(true);
        VBox card = new VBox(4, what, cure);
        card.getStyleClass().addAll("trouble", "error");
        setAccessibleText(what.getText());
        setContent(card);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }
}
