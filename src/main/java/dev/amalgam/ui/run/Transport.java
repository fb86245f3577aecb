package dev.amalgam.ui.run;

import dev.amalgam.desk.AsShipped;
import dev.amalgam.desk.Figures;
import dev.amalgam.desk.play.PlayState;
import dev.amalgam.ui.action.Action;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/** The ways to run as a row of buttons, and how far what plays has come. For the UI thread only. */
public final class Transport extends HBox {
    private final HBox segments = new HBox();
    private final Label says = new Label();
    private PlayState played = PlayState.STOPPED;
    private String shipped = "";
    private String problem = "";

    /** A row without buttons yet. */
    public Transport() {
        getStyleClass().add("transport");
        setAlignment(Pos.CENTER_RIGHT);
        segments.getStyleClass().add("segments");
        says.setId("played");
        says.getStyleClass().add("quiet");
        says.setMinWidth(0);
        says.managedProperty().bind(says.visibleProperty());
        says.visibleProperty().bind(says.textProperty().isNotEmpty());
        getChildren().addAll(says, segments);
    }

    /** Fills it with what there is to do. */
    public void show(Actions actions) {
        segments.getChildren()
                .setAll(
                        button(actions.get("run.live"), "M6 1a5 5 0 1 0 0.01 0z"),
                        button(actions.get("run.pause"), "M2.5 1.5h2.6v9H2.5z M6.9 1.5h2.6v9H6.9z"),
                        button(actions.get("run.step"), "M1.5 1.5L7.5 6L1.5 10.5z M8.4 1.5h2.1v9H8.4z"),
                        button(actions.get("run.play"), "M2.5 1L11 6L2.5 11z"),
                        button(
                                actions.get("run.as-shipped"),
                                "M6 0.5L11.2 3.2V8.8L6 11.5L0.8 8.8V3.2z M6 2L3 3.55L6 5.1L9 3.55z M2.2 4.8V8L5.3"
                                        + " 9.6V6.4z"));
        segments.getChildren().getFirst().getStyleClass().add("first");
        segments.getChildren().getLast().getStyleClass().add("last");
    }

    private static ButtonBase button(Action action, String outline) {
        ButtonBase button = action.isSwitch() ? new ToggleButton() : new Button();
        button.setId(action.name().replace('.', '-'));
        button.setGraphic(icon(outline));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("segment");
        button.accessibleTextProperty().bind(action.titleProperty());
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(action.titleProperty()
                        .map(title -> action.keysText().isEmpty() ? title : title + "   " + action.keysText()));
        button.setTooltip(tip);
        button.disableProperty().bind(action.enabledProperty().not());
        if (button instanceof ToggleButton toggle) {
            toggle.setSelected(action.onProperty().get());
            action.onProperty().addListener((_, _, on) -> toggle.setSelected(on));
            toggle.setOnAction(_ -> {
                action.run();
                // A press turns it over, whatever became of it.
                toggle.setSelected(action.onProperty().get());
            });
        } else {
            button.setOnAction(_ -> action.run());
        }
        return button;
    }

    private static Region icon(String outline) {
        SVGPath shape = new SVGPath();
        shape.setContent(outline);
        shape.setFillRule(FillRule.EVEN_ODD);
        shape.getStyleClass().add("segment-glyph");
        shape.scaleXProperty().bind(TextScale.length(1));
        shape.scaleYProperty().bind(TextScale.length(1));
        StackPane icon = new StackPane(shape);
        icon.minWidthProperty().bind(TextScale.length(12));
        icon.minHeightProperty().bind(TextScale.length(12));
        return icon;
    }

    /** Shows how far what plays has come. */
    public void show(PlayState state) {
        played = state;
        tell();
    }

    /** Shows how a run as it ships went. */
    public void show(AsShipped.State state) {
        shipped = words(state);
        problem = state.message();
        tell();
    }

    private void tell() {
        String words = words(played);
        says.setText(words.isEmpty() ? shipped : words);
        String why = played.message().isEmpty() ? problem : played.message();
        says.setTooltip(why.isEmpty() ? null : new Tooltip(Texts.say(why)));
        says.setAccessibleText(why.isEmpty() ? says.getText() : says.getText() + ". " + Texts.say(why));
    }

    private static String words(PlayState state) {
        long done = state.done();
        String frames = state.failed() == 0
                ? Texts.get("play.frames", done)
                : Texts.get("play.frames.failed", done, state.failed());
        return switch (state.phase()) {
            case STOPPED -> "";
            case STARTING -> Texts.get("play.starting");
            case PLAYING ->
                state.framesPerSecond().isPresent()
                        ? Texts.get(
                                "play.rate",
                                Figures.number(state.framesPerSecond().getAsDouble()),
                                frames)
                        : frames;
            case PAUSED -> Texts.get("play.paused", frames);
            case BLOCKED -> Texts.get("play.blocked");
        };
    }

    private static String words(AsShipped.State state) {
        if (state.isRunning()) {
            return Texts.get("shipped.running");
        }
        if (state.milliseconds().isEmpty()) {
            return state.message().isEmpty() ? "" : Texts.get("shipped.failed");
        }
        String all = Figures.milliseconds(state.milliseconds().getAsDouble());
        return state.nodeMilliseconds().isPresent()
                ? Texts.get(
                        "shipped.both",
                        all,
                        Figures.milliseconds(state.nodeMilliseconds().getAsDouble()))
                : Texts.get("shipped.one", all);
    }
}
