package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.project.AmalgamFile;
import dev.amalgam.project.PackedProject;
import dev.amalgam.tensor.TensorType;
import dev.amalgam.ui.dialogs.Dialogs.Unsaved;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Several documents in one window. */
class DocumentTabsTest extends WindowCase {
    private final AtomicInteger quits = new AtomicInteger();

    @TempDir
    private Path folder;

    @Override
    void quit() {
        quits.incrementAndGet();
    }

    @Test
    void eachDocumentHasATabWithItsOwnCanvasAndHistory() {
        add("softmax");
        robot.interact(() -> window.canvas().select(Set.of(new NodeId("softmax"))));
        var first = window.canvas();
        press(KeyCode.CONTROL, KeyCode.T);
        assertThat(tabs()).containsExactly("untitled •", "untitled");
        assertThat(window.canvas()).isNotSameAs(first);
        assertThat(window.actions().get("edit.undo").enabledProperty().get()).isFalse();
        add("pool");
        press(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(window.canvas()).isSameAs(first);
        assertThat(first.selectedNodes()).containsExactly(new NodeId("softmax"));
        run("edit.undo");
        assertThat(window.workspace().document().state().graph().nodes()).isEmpty();
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
        assertThat(window.workspace().document().state().graph().nodes()).hasSize(1);
    }

    @Test
    void aClickOnATabShowsItsDocument() {
        Workspace first = window.workspace();
        add("softmax");
        run("file.new");
        robot.clickOn("untitled •");
        settle();
        assertThat(window.workspace()).isSameAs(first);
    }

    @Test
    void onlyTheShownDocumentRuns() throws Exception {
        Workspace behind = window.workspace();
        add("softmax");
        waitFor(() -> isSettled(behind));
        run("file.new");
        LiveState before = behind.live().state();
        behind.document().apply(add(new NodeId("pool"), "pool"));
        assertThat(behind.live().state().revision()).as("it is known to be old").isGreaterThan(before.revision());
        Workspace shown = window.workspace();
        add("softmax");
        waitFor(() -> isSettled(shown));
        assertThat(isSettled(behind)).as("nobody looks at it").isFalse();
        run("file.next");
        waitFor(() -> isSettled(behind));
    }

    @Test
    void aFileOpensInATabOfItsOwnAndOnlyOnce() throws Exception {
        Path file = saved("mine");
        add("softmax");
        open(file);
        waitFor(() -> tabs().equals(List.of("untitled •", "mine")));
        run("file.previous");
        open(file);
        settle();
        assertThat(tabs()).hasSize(2);
        assertThat(window.workspace().name()).isEqualTo("mine");
    }

    @Test
    void anUntouchedDocumentMakesWay() throws Exception {
        open(saved("mine"));
        waitFor(() -> tabs().equals(List.of("mine")));
    }

    @Test
    void anAmalgamationThatIsDroppedOpensInATabAndOtherFilesDoNot() {
        List<Path> opened = new ArrayList<>();
        List<String> said = new ArrayList<>();
        CanvasFiles host = new CanvasFiles(
                window.workspace(),
                new Choice(dialogs, window.workspace()),
                said::add,
                opened::add,
                _ -> {},
                _ -> false);
        Path file = folder.resolve("mine.amalgam");
        host.fileForCanvas(file, new Position(0, 0));
        assertThat(opened).containsExactly(file);
        host.fileForCanvas(folder.resolve("mine.zip"), new Position(0, 0));
        assertThat(opened).hasSize(1);
        assertThat(said).singleElement().asString().contains("mine.zip");
    }

    @Test
    void anExportedModelThatIsDroppedOpensInATabAndOtherModelsBecomeComponents() throws Exception {
        List<Path> opened = new ArrayList<>();
        CanvasFiles host = new CanvasFiles(
                window.workspace(), new Choice(dialogs, window.workspace()), _ -> {}, opened::add, _ -> {}, _ -> false);
        TensorType type = TensorType.parse("float32[N,3]");
        GraphBuilder builder = new GraphBuilder("g");
        builder.output("y", builder.scope("s").op("Relu", builder.input("x", type)), type);
        Path plain = folder.resolve("plain.onnx");
        builder.build().write(plain);
        Path exported = folder.resolve("exported.onnx");
        String packed = new PackedProject(Amalgamation.EMPTY, new TreeMap<>()).print();
        builder.build().noted(new TreeMap<>(Map.of("amalgam.project", packed))).write(exported);
        host.fileForCanvas(exported, new Position(0, 0));
        waitFor(() -> opened.equals(List.of(exported)));
        host.fileForCanvas(plain, new Position(0, 0));
        waitFor(() -> !window.workspace().document().state().graph().nodes().isEmpty());
        assertThat(opened).hasSize(1);
        add("softmax");
        open(exported);
        waitFor(() -> tabs().contains("exported"));
    }

    @Test
    void closingAsksWhereSomethingWouldBeLost() {
        add("softmax");
        press(KeyCode.CONTROL, KeyCode.W);
        assertThat(dialogs.asked).containsExactly("untitled");
        assertThat(tabs()).containsExactly("untitled •");
        dialogs.unsaved = Unsaved.DISCARD;
        press(KeyCode.CONTROL, KeyCode.W);
        assertThat(tabs()).as("there always is one").containsExactly("untitled");
        assertThat(window.workspace().document().state().graph().nodes()).isEmpty();
    }

    @Test
    void closingWithoutChangesAsksNothing() throws Exception {
        open(saved("mine"));
        waitFor(() -> tabs().equals(List.of("mine")));
        run("file.close");
        assertThat(dialogs.asked).hasSize(1).allMatch(asked -> asked.startsWith("Open"));
        assertThat(tabs()).containsExactly("untitled");
    }

    @Test
    void quittingAsksForEachDocumentAndOnceCancelledItStays() throws Exception {
        add("softmax");
        run("file.new");
        add("pool");
        run("file.quit");
        assertThat(dialogs.asked).hasSize(1);
        assertThat(quits).hasValue(0);
        dialogs.unsaved = Unsaved.SAVE;
        dialogs.file = Optional.of(folder.resolve("kept.amalgam"));
        dialogs.asked.clear();
        robot.interact(() -> window.actions().get("file.quit").run());
        waitFor(() -> quits.get() == 1);
        assertThat(dialogs.asked)
                .containsExactly("untitled", "Save the amalgamation", "untitled", "Save the amalgamation");
        assertThat(AmalgamFile.read(dialogs.file.get()).nodes()).hasSize(1);
    }

    @Test
    void thePathSaysWhatIsShownAndFitsAllOfIt() {
        add("softmax");
        settle();
        Button crumb = robot.lookup("#crumb-0").queryButton();
        assertThat(crumb.getText()).isEqualTo(window.workspace().name());
        robot.interact(() -> window.canvas().zoom(0.3));
        robot.interact(crumb::fire);
        assertThat(window.canvas().zoomProperty().get()).isGreaterThan(0.5);
    }

    private Path saved(String name) throws Exception {
        Path file = folder.resolve(name + ".amalgam");
        try (Workspace workspace = desk.blank()) {
            workspace.document().apply(add(new NodeId("pool"), "pool"));
            workspace.saveAs(file);
        }
        return file;
    }

    private void open(Path file) {
        dialogs.file = Optional.of(file);
        run("file.open");
    }

    private void add(String kind) {
        robot.interact(() -> {
            window.workspace().document().apply(add(new NodeId(kind), kind));
            window.canvas().requestFocus();
        });
        settle();
    }

    private static Edit add(NodeId name, String kind) {
        return new Edit.Add(new Node(name, kind, Settings.NONE), new Position(40, 40));
    }

    private static boolean isSettled(Workspace workspace) {
        LiveState state = workspace.live().state();
        return state.isSettled()
                && state.revision() == workspace.document().state().revision().number();
    }

    private List<String> tabs() {
        TabPane tabs = robot.lookup("#tabs").query();
        return tabs.getTabs().stream().map(Tab::getText).toList();
    }

    private void press(KeyCode... keys) {
        robot.interact(() -> window.canvas().requestFocus());
        robot.push(keys);
        settle();
    }

    private void run(String action) {
        robot.interact(() -> window.actions().get(action).run());
        settle();
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        settle();
    }
}
