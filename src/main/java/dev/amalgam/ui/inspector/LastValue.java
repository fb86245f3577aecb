package dev.amalgam.ui.inspector;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.NodeState;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.desk.Reading;
import dev.amalgam.desk.Readings;
import dev.amalgam.desk.Statistics;
import dev.amalgam.desk.compare.Deviation;
import dev.amalgam.graph.PortRef;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.drift.DriftWords;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.preview.PreviewPlace;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The last value of one output: drawn, and in figures. */
final class LastValue extends VBox {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private static final PseudoClass APART = PseudoClass.getPseudoClass("apart");

    private static final double ROW = 22;

    private final Label title = new Label();
    private final PreviewPlace picture = new PreviewPlace(PreviewPlace.Scope.PANEL);
    private final Label figures = new Label();
    private final Label drift = new Label();
    private Optional<Tensor> shown = Optional.empty();
    private Optional<Double> shownWidth = Optional.empty();

    LastValue() {
        getStyleClass().add("section");
        title.getStyleClass().add("section-title");
        figures.getStyleClass().add("quiet");
        figures.setWrapText(true);
        picture.getStyleClass().add("last-value");
        drift.getStyleClass().add("drift-note");
        drift.setWrapText(true);
        drift.managedProperty().bind(drift.visibleProperty());
        drift.visibleProperty().bind(drift.textProperty().isNotEmpty());
        getChildren().addAll(title, picture, figures, drift);
    }

    /** Shows what an output gave when its node last ran. */
    void show(Typing typing, PortRef port, LiveState live, double width) {
        NodeState state = live.node(port.node());
        boolean stale = state.status() == Status.STALE;
        pseudoClassStateChanged(STALE, stale);
        title.setText(Texts.get(stale ? "inspector.value.stale" : "inspector.value", port.port()));
        Optional<Tensor> value = Optional.ofNullable(state.outputs().get(port.port()));
        if (same(value, width)) {
            return;
        }
        shown = value;
        shownWidth = Optional.of(width);
        figures.setText(value.isEmpty() ? Texts.get("inspector.no-value") : "");
        Optional<Reading> reading =
                isMain(typing, port) ? state.reading() : value.flatMap(tensor -> plain(typing, port, tensor));
        reading.ifPresentOrElse(told -> draw(told, typing, port, width), picture::replace);
        value.ifPresent(tensor -> UiThread.compute(this, () -> Statistics.of(tensor), figures::setText));
    }

    /** Says how far the value is from the reference, where that is known. */
    void show(Optional<Deviation> since) {
        drift.setText(since.map(DriftWords::of).orElse(""));
        drift.pseudoClassStateChanged(APART, since.filter(it -> !it.isEqual()).isPresent());
    }

    private static boolean isMain(Typing typing, PortRef port) {
        return typing.node(port.node())
                .map(node -> node.outputs().firstEntry().getKey().equals(port.port()))
                .orElse(false);
    }

    private boolean same(Optional<Tensor> value, double width) {
        return shownWidth.equals(Optional.of(width))
                && value.isPresent()
                && shown.isPresent()
                && value.get() == shown.get();
    }

    private static Optional<Reading> plain(Typing typing, PortRef port, Tensor value) {
        return new Readings(typing, asked -> Optional.of(value).filter(_ -> asked.equals(port))).of(port);
    }

    private static double height(Reading reading, double width) {
        return switch (reading) {
            case Reading.Picture _, Reading.Overlay _, Reading.Boxes _, Reading.Keypoints _ ->
                Math.min(200, 0.62 * width);
            case Reading.Ranking ranking -> rows(ranking.scores().size());
            case Reading.Switches switches -> rows(switches.switches().size());
            case Reading.Mosaic _ -> 112;
            case Reading.Bars _,
                    Reading.Field _,
                    Reading.Reduced _,
                    Reading.Spread _,
                    Reading.Neighbours _,
                    Reading.Scatter _ -> 112 * TextScale.factor();
            case Reading.Strip _, Reading.Wave _ -> 48 * TextScale.factor();
            case Reading.Text _, Reading.Numbers _ -> 72 * TextScale.factor();
        };
    }

    private static double rows(int wanted) {
        return ROW * TextScale.factor() * Math.clamp(wanted, 1, 6);
    }

    private void draw(Reading reading, Typing typing, PortRef port, double width) {
        double height = height(reading, width);
        typing.output(port)
                .map(type -> type.representation().form())
                .ifPresentOrElse(
                        form -> picture.show(reading, form, width, height), () -> picture.show(reading, width, height));
    }
}
