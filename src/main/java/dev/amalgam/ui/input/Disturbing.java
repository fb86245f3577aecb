package dev.amalgam.ui.input;

import dev.amalgam.desk.input.Perturbation;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** The sliders that disturb a picture, over the window until one clicks elsewhere or presses Escape. */
final class Disturbing {
    private static final double WIDTH = 320;
    private static final double GAP = 6;

    private final Popup popup = new Popup();
    private final List<Knob> knobs = new ArrayList<>();
    private final Consumer<Perturbation> change;
    private final VBox box;
    private Perturbation shown = Perturbation.NONE;
    private boolean showing;

    /** A slider and how it stands for one part of the disturbance. */
    private record Knob(Slider slider, ToDoubleFunction<Perturbation> value) {}

    /** @param change hears of each new disturbance, also while a slider is dragged */
    Disturbing(Consumer<Perturbation> change) {
        this.change = change;
        GridPane grid = new GridPane();
        grid.getStyleClass().add("knobs");
        percent(grid, "brightness", -1, 1, Perturbation::brightness, Perturbation::withBrightness);
        percent(grid, "contrast", -1, 1, Perturbation::contrast, Perturbation::withContrast);
        knob(grid, "blur", 0, 20, 1, "{0} px", Perturbation::blur, Perturbation::withBlur);
        percent(grid, "crop", 0, 0.9, Perturbation::crop, Perturbation::withCrop);
        knob(grid, "rotation", -180, 180, 1, "{0}°", Perturbation::rotation, Perturbation::withRotation);
        percent(grid, "noise", 0, 1, Perturbation::noise, Perturbation::withNoise);
        Label note = new Label(Texts.get("input.only-here"));
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        box = new VBox(8, grid, buttons(), note);
        box.getStyleClass().addAll("window", "popover");
        box.setAccessibleText(Texts.get("input.adjust"));
        box.prefWidthProperty().bind(TextScale.length(WIDTH));
        box.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                popup.hide();
                event.consume();
            }
        });
        popup.getContent().add(box);
        popup.setAutoHide(true);
    }

    private HBox buttons() {
        Button other = new Button(Texts.get("input.other-noise"));
        other.getStyleClass().add("small");
        other.setOnAction(_ -> change.accept(shown.withSeed(shown.seed() + 1)));
        Button reset = new Button(Texts.get("input.reset"));
        reset.setId("disturb-reset");
        reset.getStyleClass().add("small");
        reset.setOnAction(_ -> change.accept(Perturbation.NONE));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(8, other, space, reset);
    }

    private void percent(
            GridPane grid,
            String name,
            double least,
            double most,
            ToDoubleFunction<Perturbation> value,
            BiFunction<Perturbation, Double, Perturbation> with) {
        knob(
                grid,
                name,
                least * 100,
                most * 100,
                1,
                "{0} %",
                it -> value.applyAsDouble(it) * 100,
                (it, percent) -> with.apply(it, percent / 100));
    }

    private void knob(
            GridPane grid,
            String name,
            double least,
            double most,
            double step,
            String unit,
            ToDoubleFunction<Perturbation> value,
            BiFunction<Perturbation, Double, Perturbation> with) {
        Slider slider = new Slider(least, most, 0);
        slider.setId("disturb-" + name);
        slider.setAccessibleText(Texts.get("input." + name));
        slider.setBlockIncrement(step);
        Label reading = new Label();
        reading.setMinWidth(Region.USE_PREF_SIZE);
        reading.setAlignment(Pos.CENTER_RIGHT);
        reading.prefWidthProperty().bind(TextScale.length(52));
        Runnable say = () -> reading.setText(unit.replace("{0}", Long.toString(Math.round(slider.getValue()))));
        slider.valueProperty().addListener((_, _, at) -> {
            say.run();
            if (!showing) {
                change.accept(with.apply(shown, (double) Math.round(at.doubleValue())));
            }
        });
        say.run();
        GridPane.setHgrow(slider, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), new Label(Texts.get("input." + name)), slider, reading);
        knobs.add(new Knob(slider, value));
    }

    /** Shows how the picture is disturbed. */
    void show(Perturbation perturbation) {
        shown = perturbation;
        showing = true;
        knobs.stream()
                .filter(knob -> Math.round(knob.slider().getValue())
                        != Math.round(knob.value().applyAsDouble(shown)))
                .forEach(knob -> knob.slider().setValue(knob.value().applyAsDouble(shown)));
        showing = false;
    }

    /** Opens above a node, or closes. */
    void toggle(Node above) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        Bounds at = above.localToScreen(above.getBoundsInLocal());
        popup.show(above, at.getMinX(), at.getMinY());
        popup.setX(at.getMaxX() - box.getWidth());
        popup.setY(at.getMinY() - box.getHeight() - GAP);
        knobs.getFirst().slider().requestFocus();
    }

    void close() {
        popup.hide();
    }
}
