package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.ui.dialogs.Dialogs.Unsaved;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The window as a person uses it, with the real desk and worker behind it. */
class WindowTest extends WindowCase {
    private static final NodeId SOFTMAX = new NodeId("softmax");

    @TempDir
    private Path folder;

    @Test
    void aKindIsDraggedFromThePaletteOnToTheCanvas() {
        Point2D middle = robot.point(window.canvas()).query();
        robot.drag("Softmax").dropTo(middle);
        settle();
        assertThat(graph().nodes()).extracting(Node::kind).containsExactly("softmax");
    }

    @Test
    void enterInTheSearchAddsWhatWasFound() {
        run("add.find");
        robot.write("arg").push(KeyCode.ENTER);
        settle();
        assertThat(graph().nodes()).extracting(Node::kind).containsExactly("arg-max");
    }

    @Test
    void aSettingIsTypedAndUndoneAndTheFieldFollows() {
        addSoftmax();
        TextField field = robot.lookup("#setting-temperature .text-field").query();
        type(field, "2.5");
        assertThat(temperature()).contains(new Value.Real(2.5));
        run("edit.undo");
        assertThat(temperature()).isEmpty();
        assertThat(field.getText()).isEqualTo("1");
    }

    @Test
    void whatIsNoValueSaysWhyAndChangesNothing() {
        addSoftmax();
        type(robot.lookup("#setting-temperature .text-field").query(), "hot");
        assertThat(temperature()).isEmpty();
        assertThat(text("#setting-temperature .complaint")).startsWith("Type a number from ");
    }

    @Test
    void aSliderThatIsDraggedIsOneStepToUndo() {
        addSoftmax();
        Slider slider = robot.lookup("#setting-temperature .slider").query();
        int before = window.workspace().document().state().history().past().size();
        robot.drag(robot.from(slider).lookup(".thumb").queryAs(javafx.scene.Node.class))
                .moveBy(10, 0)
                .moveBy(10, 0)
                .drop();
        settle();
        assertThat(temperature()).isPresent();
        assertThat(window.workspace().document().state().history().past()).hasSize(before + 1);
        run("edit.undo");
        assertThat(temperature()).isEmpty();
    }

    @Test
    void aSettingGoesBackToItsStandard() {
        addSoftmax();
        type(robot.lookup("#setting-temperature .text-field").query(), "2.5");
        robot.clickOn("#setting-temperature .reset");
        settle();
        assertThat(temperature()).isEmpty();
    }

    @Test
    void aNodeIsRenamedAndStaysSelected() {
        addSoftmax();
        type(robot.lookup("#node-name").query(), "probabilities");
        assertThat(graph().node(new NodeId("probabilities"))).isPresent();
        assertThat(window.canvas().selectedNodes()).containsExactly(new NodeId("probabilities"));
    }

    @Test
    void aNameThatIsTakenIsRefusedWithTheReason() {
        addSoftmax();
        add("pool");
        type(robot.lookup("#node-name").query(), "softmax");
        assertThat(graph().node(new NodeId("pool"))).isPresent();
        assertThat(text("#node-name-complaint"))
                .isEqualTo("There already is a node named 'softmax'. Choose another name.");
    }

    @Test
    void aNameThatCannotBeIsRefusedWithTheReason() {
        addSoftmax();
        type(robot.lookup("#node-name").query(), "a/b");
        assertThat(graph().node(SOFTMAX)).isPresent();
        assertThat(text("#node-name-complaint")).contains("letters, digits");
    }

    @Test
    void aProblemLeadsToItsNode() {
        addSoftmax();
        robot.interact(() -> window.canvas().select(java.util.Set.of()));
        run("view.problems");
        ListView<?> list = robot.lookup("#problem-list").query();
        assertThat(list.getItems()).isNotEmpty();
        robot.clickOn(robot.from(list).lookup(".where").queryAs(Label.class));
        settle();
        assertThat(window.canvas().selectedNodes()).containsExactly(SOFTMAX);
    }

    @Test
    void theThemeChangesAllColours() {
        Color dark = background();
        run("view.theme-light");
        Color light = background();
        assertThat(light.getBrightness()).isGreaterThan(0.8);
        assertThat(dark.getBrightness()).isLessThan(0.3);
        run("view.theme-dark");
        assertThat(background()).isEqualTo(dark);
    }

    @Test
    void commandsAreThereWhenTheyMakeSense() {
        assertThat(enabled("edit.undo")).isFalse();
        assertThat(enabled("edit.redo")).isFalse();
        assertThat(enabled("edit.delete")).isFalse();
        assertThat(enabled("file.export")).isFalse();
        addSoftmax();
        assertThat(enabled("edit.undo")).isTrue();
        assertThat(enabled("edit.delete")).isTrue();
        assertThat(window.actions().get("edit.undo").titleProperty().get()).isEqualTo("Undo: Add softmax");
        run("edit.delete");
        assertThat(graph().nodes()).isEmpty();
        run("edit.undo");
        assertThat(enabled("edit.redo")).isTrue();
        assertThat(graph().nodes()).hasSize(1);
    }

    @Test
    void aChosenPhotoIsAnEditThatUndoTakesBack() throws Exception {
        add("image");
        dialogs.file = Optional.of(photo());
        robot.clickOn("#choose-photo");
        waitFor(() -> setting("image", "file").isPresent());
        assertThat(setting("image", "file").orElseThrow())
                .isInstanceOfSatisfying(
                        Value.FileRef.class, file -> assertThat(file.path()).endsWith("dot.png"));
        run("edit.undo");
        assertThat(setting("image", "file")).isEmpty();
    }

    @Test
    void savingGivesTheWindowItsNameAndSaysSo() throws Exception {
        addSoftmax();
        assertThat(text("#saved")).isEqualTo("Not saved yet");
        dialogs.file = Optional.of(folder.resolve("mine.amalgam"));
        run("file.save");
        waitFor(() -> text("#saved").equals("Saved just now"));
        assertThat(tab()).isEqualTo("mine");
        assertThat(stage.getTitle()).startsWith("mine");
        assertThat(enabled("file.save")).isFalse();
        add("pool");
        assertThat(text("#saved")).isEqualTo("Changed since it was saved");
        assertThat(tab()).isEqualTo("mine •");
    }

    @Test
    void whatIsSavedOpensAgainAsItWas() throws Exception {
        addSoftmax();
        type(robot.lookup("#setting-temperature .text-field").query(), "3");
        Amalgamation saved = graph();
        dialogs.file = Optional.of(folder.resolve("mine.amalgam"));
        run("file.save");
        waitFor(() -> text("#saved").equals("Saved just now"));
        run("file.new");
        waitFor(() -> graph().nodes().isEmpty());
        run("file.open");
        waitFor(() -> !graph().nodes().isEmpty());
        assertThat(graph()).isEqualTo(saved);
    }

    @Test
    void aFileThatCannotBeOpenedLeavesWhatIsOpen() throws Exception {
        addSoftmax();
        Path broken = Files.writeString(folder.resolve("broken.amalgam"), "{\n  \"schema\": 1,,\n}");
        dialogs.file = Optional.of(broken);
        dialogs.unsaved = Unsaved.DISCARD;
        run("file.open");
        waitFor(() -> !dialogs.told.isEmpty());
        assertThat(dialogs.told.getFirst())
                .startsWith("This file was not opened: ")
                .contains("broken.amalgam");
        assertThat(graph().node(SOFTMAX)).isPresent();
    }

    @Test
    void everyCommandOfTheMenusHasATitle() {
        assertThat(window.actions().all())
                .isNotEmpty()
                .allSatisfy(action -> assertThat(action.titleProperty().get()).isNotBlank());
    }

    private void addSoftmax() {
        add("softmax");
    }

    private void add(String kind) {
        NodeId name = new NodeId(kind);
        robot.interact(() -> {
            window.workspace()
                    .document()
                    .apply(new Edit.Add(new Node(name, kind, Settings.NONE), new Position(40, 40)));
            window.canvas().show(window.workspace().document().state());
            window.canvas().select(java.util.Set.of(name));
        });
        settle();
    }

    private void type(TextField field, String text) {
        robot.interact(field::requestFocus);
        robot.interact(field::selectAll);
        robot.write(text).push(KeyCode.ENTER);
        settle();
    }

    private void run(String action) {
        robot.interact(() -> window.actions().get(action).run());
        settle();
    }

    private boolean enabled(String action) {
        return window.actions().get(action).enabledProperty().get();
    }

    private Amalgamation graph() {
        return window.workspace().document().state().graph();
    }

    private long present() {
        return window.workspace().document().state().revision().number();
    }

    private Optional<Value> temperature() {
        return setting("softmax", "temperature");
    }

    private Optional<Value> setting(String node, String setting) {
        return graph().node(new NodeId(node)).orElseThrow().settings().get(setting);
    }

    private String text(String query) {
        Labeled labeled = robot.lookup(query).query();
        return labeled.getText();
    }

    /** What the shown tab is called. */
    private String tab() {
        TabPane tabs = robot.lookup("#tabs").query();
        return tabs.getSelectionModel().getSelectedItem().getText();
    }

    private Color background() {
        Region line = (Region) window.scene().getRoot().lookup(".status-line");
        return (Color) line.getBackground().getFills().getFirst().getFill();
    }

    private Path photo() throws Exception {
        var picture = new java.awt.image.BufferedImage(8, 6, java.awt.image.BufferedImage.TYPE_INT_RGB);
        Path file = folder.resolve("dot.png");
        javax.imageio.ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        settle();
    }
}
