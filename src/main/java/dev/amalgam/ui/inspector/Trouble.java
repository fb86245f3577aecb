package dev.amalgam.ui.inspector;

import dev.amalgam.ui.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What is wrong with the node, and what to do. */
final class Trouble {
    private Trouble() {}

    static VBox card(boolean error, String sentence, String remedy) {
        Label what = new Label(Texts.say(sentence) + ".");
        what.setWrapText(true);
        Label cure = new Label(Texts.say(remedy) + ".");
        cure.getStyleClass().add("quiet");
        cure.setWrapText(true);
        VBox card = new VBox(2, what, cure);
        card.getStyleClass().addAll("trouble", error ? "error" : "warning");
        return card;
    }
}
