package dev.amalgam.ui.input;

import dev.amalgam.desk.input.ReelState;
import dev.amalgam.ui.text.Texts;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Under a picture: where it stands among the others, and what it is. */
final class ReelBar extends HBox {
    private final Button back = button("‹", "input.previous");
    private final Button on = button("›", "input.next");
    private final Button play = button("", "input.slideshow");
    private final Label place = new Label();
    private final Label caption = new Label();
    private final Tooltip skipped = new Tooltip();
    private final HBox reel = new HBox(2, back, place, on, play);

    ReelBar(Slideshow slideshow, IntConsumer step) {
        back.setOnAction(_ -> step.accept(-1));
        on.setOnAction(_ -> step.accept(1));
        play.setOnAction(_ -> slideshow.toggle());
        play.textProperty().bind(slideshow.running().map(running -> running ? "❚❚" : "▶"));
        play.accessibleTextProperty()
                .bind(slideshow
                        .running()
                        .map(running -> Texts.get(running ? "input.slideshow.stop" : "input.slideshow")));
        reel.setAlignment(Pos.CENTER_LEFT);
        reel.setMinWidth(USE_PREF_SIZE);
        reel.managedProperty().bind(reel.visibleProperty());
        reel.setVisible(false);
        place.setId("reel-place");
        place.setMinWidth(USE_PREF_SIZE);
        caption.getStyleClass().add("quiet");
        caption.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        caption.setMinWidth(0);
        HBox.setHgrow(caption, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        getChildren().addAll(reel, caption);
    }

    private static Button button(String sign, String name) {
        Button button = new Button(sign);
        button.setId(name.replace('.', '-'));
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(Texts.get(name));
        button.setTooltip(new Tooltip(Texts.get(name)));
        return button;
    }

    /** Shows where a reel stands, if there is one, and what the picture is. */
    void show(Optional<ReelState> state, String words) {
        reel.setVisible(state.filter(it -> it.size() > 1).isPresent());
        state.ifPresent(it -> {
            place.setText(Texts.get("input.place", it.number(), it.count()));
            skipped.setText(Texts.get(
                    "input.skipped",
                    it.broken().size(),
                    String.join("\n", it.broken().values())));
            place.setTooltip(it.broken().isEmpty() ? null : skipped);
        });
        caption.setText(words);
    }
}
