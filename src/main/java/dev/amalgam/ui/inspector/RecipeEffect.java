package dev.amalgam.ui.inspector;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.Figures;
import dev.amalgam.desk.recipe.BatchProof;
import dev.amalgam.desk.recipe.Effect;
import dev.amalgam.desk.recipe.Measurement;
import dev.amalgam.desk.recipe.Workshop;
import dev.amalgam.graph.Value;
import dev.amalgam.kind.Components;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the recipe of a node changes, measured when asked; gone where there is no recipe. */
final class RecipeEffect extends VBox {
    private final Workshop workshop;
    private final Button measure = new Button(Texts.get("inspector.recipe.measure"));
    private final VBox facts = new VBox(4);
    private Map<String, Value> shown = Map.of();

    RecipeEffect(Workshop workshop) {
        super(6);
        this.workshop = workshop;
        measure.setId("measure-recipe");
        measure.getStyleClass().add("add-row");
        measure.setMaxWidth(Double.MAX_VALUE);
        managedProperty().bind(visibleProperty());
        setPadding(new Insets(0, 0, 6, 0));
        getChildren().addAll(measure, facts);
    }

    /** What was measured for other settings is forgotten; what has to be proved is measured at once. */
    void show(Optional<TypedNode> typed, Components components) {
        Optional<TypedNode> edited = typed.filter(Workshop::isEdited);
        Map<String, Value> chosen = edited.map(node -> node.chosen().values()).orElse(Map.of());
        setVisible(edited.isPresent());
        measure.setOnAction(_ -> edited.ifPresent(node -> measure(node, components)));
        if (!chosen.equals(shown)) {
            shown = chosen;
            rest();
            facts.getChildren().clear();
            edited.filter(Workshop::asksForProof).ifPresent(node -> measure(node, components));
        }
    }

    private void rest() {
        measure.setDisable(false);
        measure.setText(Texts.get("inspector.recipe.measure"));
    }

    private void measure(TypedNode node, Components components) {
        measure.setDisable(true);
        measure.setText(Texts.get("inspector.recipe.measuring"));
        Map<String, Value> asked = shown;
        UiThread.compute(
                this,
                () -> workshop.measure(node, components),
                measured -> tell(asked, () -> tell(measured)),
                refused -> tell(
                        asked,
                        () -> facts.getChildren().setAll(line(Texts.say(String.valueOf(refused.getMessage()))))));
    }

    /** What was asked of other settings than those of now is of no use. */
    private void tell(Map<String, Value> asked, Runnable told) {
        if (asked.equals(shown)) {
            rest();
            facts.getChildren().clear();
            told.run();
        }
    }

    private void tell(Measurement measured) {
        measured.effect().ifPresent(effect -> {
            say(Texts.get(
                    "inspector.recipe.weights",
                    Figures.bytes(effect.bytesAfter()),
                    Figures.bytes(effect.bytesBefore())));
            effect.outputs().forEach(output -> say(words(output)));
            say(Texts.get("inspector.recipe.note"));
        });
        measured.proof().ifPresent(proof -> say(words(proof)));
        if (facts.getChildren().isEmpty()) {
            say(Texts.get("inspector.recipe.unlike"));
        }
    }

    private void say(String words) {
        facts.getChildren().add(line(words));
    }

    private static Label line(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }

    private static String words(Effect.OfOutput output) {
        String largest = Figures.number(output.largest());
        String mean = Figures.number(output.mean());
        return output.agreement().isPresent()
                ? Texts.get(
                        "inspector.recipe.best",
                        output.name(),
                        largest,
                        mean,
                        Figures.percent(output.agreement().getAsDouble()))
                : Texts.get("inspector.recipe.differs", output.name(), largest, mean);
    }

    private static String words(BatchProof proof) {
        return proof.holds()
                ? Texts.get("inspector.recipe.proved")
                : Texts.get("inspector.recipe.unproved", Texts.say(proof.why()));
    }
}
