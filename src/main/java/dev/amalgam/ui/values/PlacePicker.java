package dev.amalgam.ui.values;

import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Chooses a place on an axis by its number, counted from 0: typed, or with the arrows up and down or the wheel. */
final class PlacePicker extends HBox {
    private final TextField field = new TextField();
    private final Label size = new Label();
    private final IntConsumer chosen;
    private int count = 1;
    private int place;

    /** @param chosen is called with each place that a person chooses */
    PlacePicker(String name, IntConsumer chosen) {
        super(4);
        this.chosen = chosen;
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(Region.USE_PREF_SIZE);
        Label title = new Label(name);
        title.getStyleClass().add("quiet");
        size.getStyleClass().add("quiet");
        field.getStyleClass().add("place");
        field.setAccessibleText(name);
        field.prefWidthProperty().bind(TextScale.length(46));
        field.setOnAction(_ -> typed());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                typed();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        field.setOnScroll(event -> {
            go(place + (event.getDeltaY() > 0 ? 1 : -1));
            event.consume();
        });
        getChildren().addAll(title, field, size);
    }

    /** Shows a place, without telling anybody. */
    void show(int at, int of) {
        place = at;
        count = Math.max(1, of);
        if (!field.isFocused() || !field.getText().equals(Integer.toString(at))) {
            field.setText(Integer.toString(at));
        }
        size.setText(Texts.get("values.of", count - 1));
        setVisible(count > 1);
        setManaged(count > 1);
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> go(place + 1);
            case DOWN -> go(place - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void typed() {
        try {
            go(Integer.parseInt(field.getText().strip()));
        } catch (NumberFormatException e) {
            // No number: back to where it was.
            field.setText(Integer.toString(place));
        }
    }

    private void go(int to) {
        int within = Math.clamp(to, 0, count - 1);
        field.setText(Integer.toString(within));
        if (within != place) {
            place = within;
            chosen.accept(within);
        }
    }
}
