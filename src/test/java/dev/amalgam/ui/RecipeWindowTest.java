package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.kind.StepText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The recipe of a model in the inspector: steps are added, filled in, moved and removed, each one step of undo. */
class RecipeWindowTest extends WindowCase {
    private static final NodeId BOTTOM = new NodeId("bottom");

    @BeforeEach
    void addAModel() throws Exception {
        Value file = window.workspace().reference(Path.of("samples/figure-3/models/mobilenet-v1.onnx"));
        Settings settings = Settings.of(Map.of("model", file));
        robot.interact(() -> {
            window.workspace().document().apply(new Edit.Add(new Node(BOTTOM, "onnx", settings), new Position(0, 0)));
            window.canvas().select(Set.of(BOTTOM));
        });
        settle();
    }

    private List<String> recipe() {
        return window
                .workspace()
                .document()
                .state()
                .graph()
                .node(BOTTOM)
                .orElseThrow()
                .settings()
                .get("recipe")
                .stream()
                .flatMap(steps -> ((Value.Items) steps).items().stream())
                .map(step -> StepText.print((Value.Fields) step))
                .toList();
    }

    private void undo() {
        robot.interact(() -> window.workspace().document().undo());
        settle();
    }

    private <T> List<T> all(String selector, Class<T> type) {
        return stage.getScene().getRoot().lookupAll(selector).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private void add(String title) {
        MenuButton button = all("#add-step", MenuButton.class).getFirst();
        MenuItem item = button.getItems().stream()
                .filter(it -> it.getText().equals(title))
                .findFirst()
                .orElseThrow();
        robot.interact(item::fire);
        settle();
    }

    private void press(String words, int which) {
        Button button = all(".button", Button.class).stream()
                .filter(it -> words.equals(it.getAccessibleText()))
                .toList()
                .get(which);
        robot.interact(button::fire);
        settle();
    }

    @Test
    void stepsAreAddedMovedAndRemovedAndEachIsOneStepOfUndo() {
        add("Store weights as float16");
        add("Drop unused weights");
        assertThat(recipe()).containsExactly("float16", "tidy");
        press("Move this step down", 0);
        assertThat(recipe()).containsExactly("tidy", "float16");
        press("Remove this row", 0);
        assertThat(recipe()).containsExactly("float16");
        undo();
        assertThat(recipe()).containsExactly("tidy", "float16");
        undo();
        assertThat(recipe()).containsExactly("float16", "tidy");
        undo();
        undo();
        assertThat(recipe()).isEmpty();
    }

    @Test
    void aStepIsFilledInByKeyboardAndWhatItLacksIsSaid() {
        add("Rename");
        assertThat(said()).contains("Step 1, rename: '' would have no name.");
        TextField old = field("Now");
        robot.interact(() -> old.requestFocus());
        robot.write("probabilities");
        robot.push(KeyCode.TAB);
        robot.write("likely");
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(recipe()).containsExactly("rename new=likely old=probabilities what=output");
        assertThat(said()).isEmpty();
        assertThat(window.workspace()
                        .document()
                        .state()
                        .typing()
                        .node(BOTTOM)
                        .orElseThrow()
                        .outputs())
                .containsOnlyKeys("likely");
        undo();
        assertThat(recipe()).containsExactly("rename old=probabilities what=output");
    }

    private TextField field(String title) {
        return all(".text-field", TextField.class).stream()
                .filter(it -> title.equals(it.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> said() {
        return all(".trouble", Region.class).stream()
                .flatMap(card -> card.lookupAll(".label").stream())
                .flatMap(label -> Stream.ofNullable(((Label) label).getText()))
                .filter(text -> text.startsWith("Step"))
                .toList();
    }

    @Test
    void whatItChangesIsMeasuredWhenAsked() throws Exception {
        add("Store weights as float16");
        Button measure = all("#measure-recipe", Button.class).getFirst();
        robot.interact(measure::fire);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !measure.isDisabled());
        settle();
        assertThat(facts())
                .contains("Weights: 8.60 MB instead of 17.0 MB")
                .anyMatch(it -> it.matches(
                        "probabilities: at most 0\\.00.* apart, .* on average; the best is the same in 100 %"));
        add("Drop unused weights");
        assertThat(facts()).doesNotContain("Weights: 8.60 MB instead of 17.0 MB");
    }

    @Test
    void whatRoundsMuchIsMeasuredAtOnce() throws Exception {
        add("Quantise to int8");
        Button measure = all("#measure-recipe", Button.class).getFirst();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !measure.isDisabled());
        settle();
        assertThat(facts()).contains("Weights: 4.44 MB instead of 17.0 MB");
    }

    private List<String> facts() {
        return all(".quiet", Label.class).stream().map(Label::getText).toList();
    }
}
