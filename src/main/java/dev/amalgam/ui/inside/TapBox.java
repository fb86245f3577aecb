package dev.amalgam.ui.inside;

import dev.amalgam.desk.inside.Taps;
import dev.amalgam.tensor.Representation;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Whether a tensor is an output of the component, what it means, and the button that changes it. */
final class TapBox extends VBox {
    private static final double GLYPH = 12;

    private final Tapping tapping;
    private final String tensor;
    private final HBox meaning = new HBox(8);

    TapBox(Tapping tapping, String tensor) {
        super(8);
        this.tapping = tapping;
        this.tensor = tensor;
        getStyleClass().add("tap-box");
        Optional<Taps.Tap> tap = tapping.tap(tensor);
        Button toggle = new Button(Texts.get(tap.isPresent() ? "inside.tap.remove" : "inside.tap.add"));
        toggle.setMaxWidth(Double.MAX_VALUE);
        toggle.setOnAction(_ -> tapping.toggle(tensor));
        meaning.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(meaning, toggle);
        tap.ifPresentOrElse(this::known, this::guess);
    }

    private void known(Taps.Tap tap) {
        tapping.meaning(tap).ifPresent(it -> say(it, Texts.get("inside.tap.is", tap.port(), Texts.say(it.toString()))));
    }

    private void guess() {
        UiThread.compute(
                this,
                () -> tapping.guess(tensor),
                guessed ->
                        guessed.ifPresent(it -> say(it, Texts.get("inside.tap.would-be", Texts.say(it.toString())))));
    }

    private void say(Representation representation, String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        meaning.getChildren().setAll(Glyph.icon(representation, GLYPH), label);
    }
}
