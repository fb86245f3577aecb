package dev.amalgam.ui.preview;

import dev.amalgam.desk.Reading;
import dev.amalgam.desk.Reading.Switch;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.ui.text.Texts;
import java.util.stream.Collectors;
import javafx.scene.shape.Line;
import javafx.scene.shape.SVGPath;

/** Bars with a mark at the threshold. What is on has a full bar and a tick; what is off is an outline. */
final class SwitchesPreview extends BarList {
    SwitchesPreview(Reading.Switches reading, Form form, double width, double height) {
        super(reading.switches().size(), form, width, height, says(reading));
        for (int i = 0; i < rows(); i++) {
            Switch it = reading.switches().get(i);
            String label = it.on() ? "    " + it.label() : it.label();
            row(i, label, it.score(), score(it.score()), it.on() ? "on" : "off");
            if (it.on()) {
                tick(i);
            }
            threshold(i, it.threshold());
        }
    }

    private void tick(int row) {
        SVGPath tick = new SVGPath();
        tick.setContent("M0 3.4L2.6 6L7 0.6");
        tick.getStyleClass().add("tick");
        tick.setLayoutX(6);
        tick.setLayoutY(top(row) + barHeight() / 2 - 3);
        getChildren().add(tick);
    }

    private void threshold(int row, double threshold) {
        double x = Math.rint(Math.clamp(threshold, 0, 1) * track()) + 0.5;
        Line mark = new Line(x, top(row) - 1, x, top(row) + barHeight() + 1);
        mark.getStyleClass().add("threshold");
        getChildren().add(mark);
    }

    private static String says(Reading.Switches reading) {
        return reading.switches().stream()
                .map(it -> Texts.get(
                        it.on() ? "preview.switch.on" : "preview.switch.off",
                        it.label(),
                        score(it.score()),
                        score(it.threshold())))
                .collect(Collectors.joining("; "));
    }
}
