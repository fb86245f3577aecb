package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.DesignerWindow.Size;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What the sample costs, as the window shows it. No test depends on how long anything took. */
class CostWindowTest {
    private static final Path SAMPLE = Path.of("samples/figure-3/figure-3.amalgam");

    private final FxRobot robot = new FxRobot();
    private Desk desk;
    private DesignerWindow window;

    @BeforeEach
    void openSample() throws Exception {
        FxToolkit.registerPrimaryStage();
        desk = Desk.start(DeskSettings.standard());
        var sample = desk.open(SAMPLE);
        FxToolkit.setupStage(primary -> {
            window =
                    new DesignerWindow(desk, sample, _ -> new FakeDialogs(), Theme.DARK, new Size(1440, 900), () -> {});
            window.show(primary);
        });
        run("view.cost");
        waitUntil(() -> row("shared bottom") >= 0 && value("shared bottom", "work") == 568_740_352);
    }

    @AfterEach
    void close() throws Exception {
        robot.interact(window::close);
        FxToolkit.cleanupStages();
        desk.close();
    }

    @Test
    void theTableHoldsEachNodeAndTheFileAsAWhole() {
        assertThat(value("shared bottom", "parameters")).isBetween(4.2e6, 4.3e6);
        assertThat(value("shared bottom", "weights")).isBetween(16.9e6, 17.1e6);
        assertThat(value("softmax", "work")).isZero();
        assertThat(value("the whole file", "work")).isBetween(569e6, 571e6);
        assertThat(value("shared bottom", "p50")).isPositive();
        assertThat(value("shared bottom", "p95")).isGreaterThanOrEqualTo(value("shared bottom", "p50"));
        assertThat(value("shared bottom", "in-file")).isNegative();
        assertThat(robot.lookup("#cost-table .table-cell").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("4.25 M", "17.0 MB", "569 M", "–");
    }

    @Test
    void measuringFillsTheTimesInTheFile() throws Exception {
        run("cost.measure");
        waitUntil(() -> value("shared bottom", "in-file") > 0);
        assertThat(noteText()).startsWith("figure-3.onnx (").contains("ONNX Runtime 1.29.0");
        robot.interact(
                () -> robot.lookup("#cost-by-operator").<ToggleButton>query().fire());
        assertThat(names()).anyMatch(name -> name.startsWith("Conv + BatchNormalization + Clip ("));
        robot.interact(() -> window.actions().get("cost.copy").run());
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith("name,p50 ms,")
                .contains("\"Conv + BatchNormalization + Clip ("));
    }

    @Test
    void whatSharingSavesIsSaidInASentence() throws Exception {
        run("cost.sharing");
        waitUntil(() -> sentence().startsWith("4 tasks with one bottom: "));
        assertThat(sentence()).endsWith(" times as long.");
        run("cost.copy");
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString().lines())
                        .hasSize(3)
                        .anyMatch(line -> line.startsWith("shared,"))
                        .anyMatch(line -> line.startsWith("separate,")));
    }

    @Test
    void aMeasurementIsStopped() throws Exception {
        run("cost.sharing");
        assertThat(robot.lookup("#cost-stop").<Button>query().isVisible()).isTrue();
        robot.interact(() -> robot.lookup("#cost-stop").<Button>query().fire());
        waitUntil(() -> !robot.lookup("#cost-stop").<Button>query().isVisible());
        assertThat(sentence()).doesNotStartWith("4 tasks");
        waitUntil(() -> window.actions().get("cost.measure").enabledProperty().get());
    }

    @Test
    void aMeasurementEndsWithItsDocument() throws Exception {
        run("cost.sharing");
        run("file.close");
        waitUntil(() -> !window.actions().get("cost.stop").enabledProperty().get());
        assertThat(robot.lookup(".label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .doesNotContain("Measured.");
    }

    @Test
    void heatSaysItsAmountInWordsToo() throws Exception {
        robot.interact(window.canvas()::requestFocus);
        robot.push(KeyCode.SHIFT, KeyCode.H);
        waitUntil(() -> warm().stream().anyMatch(words -> words.contains(" ms, ")));
        run("view.heat-work");
        waitUntil(() -> warm().contains("569 M, 100 %"));
        run("view.heat-weights");
        waitUntil(() -> warm().stream().anyMatch(words -> words.startsWith("17.0 MB")));
        run("view.heat");
        waitUntil(() -> warm().isEmpty());
    }

    @Test
    void theInspectorTellsTheCostOfTheSelectedNode() throws Exception {
        robot.interact(() -> window.canvas().select(Set.of(new NodeId("shared bottom"))));
        waitUntil(() -> robot.lookup(".inspector .label").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> "569 M".equals(label.getText())));
    }

    private Set<String> warm() {
        return robot.lookup(".heat-words").queryAllAs(Text.class).stream()
                .filter(Node::isVisible)
                .map(Text::getText)
                .collect(Collectors.toSet());
    }

    private void run(String action) {
        robot.interact(
                () -> assertThat(window.actions().get(action).run()).as(action).isTrue());
    }

    private String noteText() {
        return robot.lookup("#cost-note").<Label>query().getText();
    }

    private String sentence() {
        return robot.lookup("#sharing-sentence").<Label>query().getText();
    }

    private TableView<?> table() {
        return robot.lookup("#cost-table").query();
    }

    private List<String> names() {
        TableColumn<?, ?> name = table().getColumns().getFirst();
        return IntStream.range(0, table().getItems().size())
                .mapToObj(row -> String.valueOf(name.getCellData(row)))
                .toList();
    }

    private int row(String name) {
        return names().indexOf(name);
    }

    /** What a line says of itself in a column; less than 0 where that is not known. */
    private double value(String name, String id) {
        int row = row(name);
        return table().getColumns().stream()
                .filter(column -> column.getId().equals(id))
                .map(column -> (Double) column.getCellData(row))
                .findFirst()
                .orElseThrow();
    }

    private static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, condition);
    }
}
