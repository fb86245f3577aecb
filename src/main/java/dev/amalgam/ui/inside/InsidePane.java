package dev.amalgam.ui.inside;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.inside.Inside;
import dev.amalgam.desk.inside.Part.Group;
import dev.amalgam.desk.inside.Pick;
import dev.amalgam.onnx.Structure;
import dev.amalgam.onnx.Structure.Operator;
import dev.amalgam.ui.inspector.Section;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Everything about what is chosen inside; with nothing chosen, about the model. Made anew for each choice. */
final class InsidePane extends VBox {
    private static final int MOST = 40;

    private final Inside inside;
    private final Tapping tapping;
    private final Costing costing;
    private final Consumer<Pick> go;

    /** @param go shows something else that is mentioned */
    InsidePane(Inside inside, Tapping tapping, Costing costing, Pick pick, Consumer<Pick> go) {
        this.inside = inside;
        this.tapping = tapping;
        this.costing = costing;
        this.go = go;
        getStyleClass().add("node-pane");
        switch (pick) {
            case Pick.Nothing() -> whole();
            case Pick.Operator(int place) -> operator(place);
            case Pick.Group(Group group) -> group(group);
            case Pick.Tensor(String name) -> tensor(name);
            case Pick.Weight(String name) -> weight(name);
        }
    }

    private void head(String title, String what) {
        Label name = new Label(title);
        name.getStyleClass().add("inside-title");
        name.setWrapText(true);
        Label about = new Label(what);
        about.getStyleClass().add("quiet");
        about.setWrapText(true);
        about.setVisible(!what.isEmpty());
        about.setManaged(about.isVisible());
        getChildren().add(new VBox(2, name, about));
    }

    private Section section(String name) {
        Section section = new Section(Texts.get(name));
        getChildren().add(section);
        return section;
    }

    private void whole() {
        head(
                Texts.get("inside.title"),
                Texts.get("inside.whole", inside.structure().operators().size()));
        counts(inside.whole());
        Label help = new Label(Texts.get("inside.help"));
        help.setWrapText(true);
        help.getStyleClass().add("quiet");
        getChildren().add(help);
    }

    private void group(Group group) {
        head(PickWords.title(group), PickWords.about(group));
        counts(group);
    }

    private void counts(Group group) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        group.operators().forEach(place -> counts.merge(inside.operator(place).type(), 1, Integer::sum));
        Section section = section("inside.counts");
        counts.entrySet().stream()
                .sorted((a, b) -> b.getValue() - a.getValue())
                .limit(MOST)
                .forEach(entry -> section.add(Section.fact(entry.getKey(), Figures.count(entry.getValue()))));
    }

    private void operator(int place) {
        Operator operator = inside.operator(place);
        head(operator.type(), operator.name());
        if (!operator.domain().isEmpty()) {
            section("inside.domain").add(new Label(operator.domain()));
        }
        Section attributes = section("inside.attributes");
        operator.attributes().forEach(attribute -> attributes.add(Section.fact(attribute.name(), attribute.value())));
        Section reads = section("inside.reads");
        inside.reads(place).forEach(tensor -> reads.add(mention(tensor)));
        Section makes = section("inside.makes");
        operator.outputs().stream().filter(tensor -> !tensor.isEmpty()).forEach(tensor -> makes.add(mention(tensor)));
    }

    /** A tensor or weight by name, with its type; a click goes there. */
    private Node mention(String tensor) {
        Structure.Weight weight = inside.structure().weights().get(tensor);
        return weight == null
                ? new Mention(tensor, tapping.typeText(tensor), () -> go.accept(new Pick.Tensor(tensor)))
                : new Mention(tensor, weight.type(), () -> go.accept(new Pick.Weight(tensor)));
    }

    private void tensor(String name) {
        head(name, tapping.typeText(name));
        if (inside.maker(name).isPresent()) {
            getChildren().add(new TapBox(tapping, costing, name));
            section("inside.made-by").add(mention(inside.maker(name).getAsInt()));
        }
        Section readers = section("inside.read-by");
        List<Integer> all = inside.readers(name);
        all.stream().limit(MOST).forEach(reader -> readers.add(mention(reader)));
    }

    private Node mention(int operator) {
        Operator of = inside.operator(operator);
        return new Mention(of.type(), of.name(), () -> go.accept(new Pick.Operator(operator)));
    }

    private void weight(String name) {
        Structure.Weight weight = inside.structure().weights().get(name);
        head(name, weight == null ? "" : weight.type());
        if (weight != null) {
            getChildren().add(new WeightBox(inside, weight));
        }
        Section readers = section("inside.read-by");
        inside.readers(name).stream().limit(MOST).forEach(reader -> readers.add(mention(reader)));
    }
}
