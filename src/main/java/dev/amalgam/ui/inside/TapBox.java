package dev.amalgam.ui.inside;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.inside.Exposure;
import dev.amalgam.desk.inside.Taps;
import dev.amalgam.tensor.Representation;
import dev.amalgam.ui.inspector.Section;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Whether a tensor is an output of the component, what it means, what it costs, and the buttons that change or measure it. */
final class TapBox extends VBox {
    private static final double GLYPH = 12;
    private static final List<Representation> MEANINGS = List.of(
            Representation.RAW,
            Representation.ENCODING,
            Representation.EMBEDDING,
            Representation.EMBEDDING.withUnitLength(),
            Representation.LOGITS,
            Representation.SOFT,
            Representation.SOFT_INDEPENDENT,
            Representation.HARD,
            Representation.HARD_INDEPENDENT,
            Representation.STRUCTURED);

    private final Tapping tapping;
    private final Costing costing;
    private final String tensor;
    private final HBox meaning = new HBox(8);
    private final VBox facts = new VBox();
    private final Button measure = new Button(Texts.get("inside.measure"));
    private final Label measured = new Label();

    TapBox(Tapping tapping, Costing costing, String tensor) {
        super(8);
        this.tapping = tapping;
        this.costing = costing;
        this.tensor = tensor;
        getStyleClass().add("tap-box");
        Optional<Taps.Tap> tap = tapping.tap(tensor);
        Button toggle = new Button(Texts.get(tap.isPresent() ? "inside.tap.remove" : "inside.tap.add"));
        toggle.setId("tap-toggle");
        toggle.setMaxWidth(Double.MAX_VALUE);
        toggle.setOnAction(_ -> tapping.toggle(tensor));
        measure.setMaxWidth(Double.MAX_VALUE);
        measure.setOnAction(_ -> measure());
        meaning.setAlignment(Pos.CENTER_LEFT);
        measured.setWrapText(true);
        measured.managedProperty().bind(measured.visibleProperty());
        measured.setVisible(false);
        getChildren().addAll(meaning, toggle, facts, measure, measured);
        tap.ifPresentOrElse(this::known, this::guess);
        costing.reach(this, tensor, this::showReach);
        costing.measured(tensor).ifPresent(this::show);
    }

    private void known(Taps.Tap tap) {
        tapping.meaning(tap).ifPresent(it -> {
            say(it, Texts.get("inside.tap.is", tap.port()));
            meaning.getChildren().add(choice(tap));
        });
    }

    /** What a person says that it means; at first it is guessed. */
    private ChoiceBox<Optional<Representation>> choice(Taps.Tap tap) {
        ChoiceBox<Optional<Representation>> choice = new ChoiceBox<>();
        choice.setAccessibleText(Texts.get("inside.tap.meaning", tap.port()));
        choice.getItems().add(Optional.empty());
        MEANINGS.forEach(it -> choice.getItems().add(Optional.of(it)));
        choice.setConverter(new Words(tapping.meaning(tap)));
        choice.setValue(tap.meaning());
        choice.valueProperty().addListener((_, _, chosen) -> tapping.mean(tensor, chosen));
        return choice;
    }

    /** What the choices are called; the guess says what it is. */
    private static final class Words extends StringConverter<Optional<Representation>> {
        private final Optional<Representation> guessed;

        Words(Optional<Representation> guessed) {
            this.guessed = guessed;
        }

        @Override
        public String toString(Optional<Representation> meaning) {
            return meaning.map(it -> Texts.say(it.toString()))
                    .orElseGet(() -> Texts.get(
                            "inside.tap.guessed",
                            guessed.map(it -> Texts.say(it.toString())).orElse("?")));
        }

        @Override
        public Optional<Representation> fromString(String words) {
            throw new UnsupportedOperationException("a choice is not typed");
        }
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

    private void showReach(Costing.Reach reach) {
        facts.getChildren().clear();
        reach.bytes().ifPresent(bytes -> fact("inside.size", Figures.bytes(bytes)));
        reach.multiplyAdds().ifPresent(work -> fact("inside.work", Figures.count(work)));
        reach.share().ifPresent(share -> fact("inside.share", Figures.percent(share)));
    }

    private void fact(String name, String value) {
        facts.getChildren().add(Section.fact(Texts.get(name), value));
    }

    private void measure() {
        measure.setDisable(true);
        say(Texts.get("inside.measuring"));
        costing.measure(tensor, this::show, trouble -> {
            measure.setDisable(false);
            say(trouble);
        });
    }

    private void show(Exposure exposure) {
        measure.setDisable(false);
        say(Texts.get(
                        "inside.measured",
                        Figures.milliseconds(exposure.reachMs()),
                        Figures.milliseconds(exposure.withMs()),
                        Figures.milliseconds(exposure.withoutMs()))
                + " " + verdict(exposure));
    }

    private static String verdict(Exposure exposure) {
        if (!exposure.onTheWay()) {
            return Texts.get("inside.measured.alone");
        }
        if (!exposure.blocksFusion()) {
            return Texts.get("inside.measured.free");
        }
        String changed = exposure.changed().entrySet().stream()
                .map(entry -> entry.getKey() + " " + (entry.getValue() > 0 ? "+" : "−") + Math.abs(entry.getValue()))
                .collect(Collectors.joining(", "));
        String blocks =
                Texts.get("inside.measured.blocks", exposure.operatorsWith(), exposure.operatorsWithout(), changed);
        return blocks + " "
                + (exposure.difference() > 0
                        ? Texts.get("inside.measured.differs", Figures.number(exposure.difference()))
                        : Texts.get("inside.measured.same"));
    }

    private void say(String words) {
        measured.setText(words);
        measured.setVisible(true);
    }
}
