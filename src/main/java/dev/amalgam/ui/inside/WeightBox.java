package dev.amalgam.ui.inside;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.Reading;
import dev.amalgam.desk.inside.Inside;
import dev.amalgam.desk.values.Histogram;
import dev.amalgam.onnx.Structure.Weight;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.inspector.Section;
import dev.amalgam.ui.preview.PreviewPlace;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The figures of a weight and how its values are spread. They are read off the mapped file, in the background. */
final class WeightBox extends VBox {
    private static final double WIDTH = 268;
    private static final double HEIGHT = 140;

    WeightBox(Inside inside, Weight weight) {
        super(8);
        Section facts = new Section(Texts.get("inside.weight.facts"));
        facts.add(fact("inside.weight.element", weight.element()));
        facts.add(fact("inside.weight.dims", weight.dims().toString()));
        facts.add(fact("inside.weight.bytes", Figures.bytes(weight.bytes())));
        getChildren().add(facts);
        UiThread.compute(
                this,
                () -> inside.model()
                        .weight(weight.name())
                        .filter(tensor -> tensor.elements() > 0)
                        .map(Read::of),
                read -> read.ifPresent(it -> show(facts, it)));
    }

    /** What was read: the figures, and of a single number its value. */
    private record Read(Optional<Histogram> histogram, long elements) {
        static Read of(Tensor tensor) {
            return new Read(Histogram.of(tensor), tensor.elements());
        }
    }

    private void show(Section facts, Read read) {
        read.histogram().ifPresent(it -> {
            facts.add(fact("inside.weight.elements", Figures.count(read.elements())));
            facts.add(fact("inside.weight.mean", Figures.number(it.mean())));
            facts.add(fact("inside.weight.deviation", Figures.number(it.deviation())));
            facts.add(fact("inside.weight.least", Figures.number(it.least())));
            facts.add(fact("inside.weight.most", Figures.number(it.most())));
            facts.add(fact("inside.weight.zeros", Figures.share(it.sparsity())));
            PreviewPlace place = new PreviewPlace(PreviewPlace.Scope.PANEL);
            place.show(new Reading.Spread(it), Form.RAW, WIDTH, HEIGHT);
            Label title = new Label(Texts.get("inside.weight.spread"));
            title.getStyleClass().add("section-title");
            getChildren().add(new VBox(6, title, place));
        });
    }

    private static Node fact(String name, String value) {
        return Section.fact(Texts.get(name), value);
    }
}
