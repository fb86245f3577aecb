package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.project.AmalgamFile;
import dev.amalgam.project.JournalFile;
import dev.amalgam.ui.DesignerWindow.Size;
import dev.amalgam.ui.dialogs.Dialogs.Recovery;
import dev.amalgam.ui.thread.UiThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What the window brings back at its next start: after a crash, and after it was left as usual. */
class RecoveryTest {
    private final FxRobot robot = new FxRobot();
    private final FakeDialogs dialogs = new FakeDialogs();
    private Desk desk;
    private DesignerWindow window;
    private Path file;
    private Path entry;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    /** A crash has left two nodes, where the file has one. */
    @BeforeEach
    void crashed() throws Exception {
        file = folder.resolve("mine.amalgam");
        Path dead = Files.createDirectories(folder.resolve("home/journal/dead"));
        entry = dead.resolve("mine.journal");
        try (Desk before = Desk.start(DeskSettings.standard());
                Workspace workspace = before.blank()) {
            add(workspace, "pool");
            workspace.saveAs(file);
            add(workspace, "softmax");
            Amalgamation unsaved = workspace.document().state().graph();
            new JournalFile(Instant.EPOCH, Optional.of(file), unsaved).write(entry);
        }
        desk = Desk.start(DeskSettings.standard().withHome(folder.resolve("home")));
        Workspace saved = desk.open(file);
        FxToolkit.setupStage(primary -> {
            window = new DesignerWindow(desk, saved, _ -> dialogs, Theme.DARK, new Size(1100, 700), () -> {});
            window.show(primary);
        });
        settle();
    }

    @AfterEach
    void close() throws Exception {
        robot.interact(window::close);
        FxToolkit.cleanupStages();
        desk.close();
    }

    @Test
    void whatIsRecoveredTakesThePlaceOfTheFileAsItWasSaved() throws Exception {
        dialogs.recovery = Recovery.RECOVER;
        offer();
        waitFor(() -> tabs().equals(List.of("mine •")));
        assertThat(window.workspace().document().state().graph().nodes()).hasSize(2);
        assertThat(AmalgamFile.read(file).nodes()).as("the file is as it was").hasSize(1);
        assertThat(entry).doesNotExist();
        offer();
        assertThat(dialogs.asked).as("once").containsExactly("recover 1");
    }

    @Test
    void whatIsDiscardedIsGone() {
        dialogs.recovery = Recovery.DISCARD;
        offer();
        assertThat(tabs()).containsExactly("mine");
        assertThat(entry).doesNotExist();
    }

    @Test
    void whoDoesNotAnswerIsAskedAgain() {
        offer();
        assertThat(entry).exists();
        offer();
        assertThat(dialogs.asked).containsExactly("recover 1", "recover 1");
    }

    @Test
    void whatIsOpenIsRememberedAndWhatWasShownIsOffered() throws Exception {
        Path second = folder.resolve("second.amalgam");
        Files.copy(file, second);
        Workspace behind = desk.open(second);
        robot.interact(() -> window.add(List.of(window.workspace(), behind)));
        assertThat(desk.preferences().now().session()).containsExactly(file, second);
        assertThat(recent()).singleElement().asString().startsWith("mine.amalgam");
        robot.interact(() -> window.actions().get("file.next").run());
        assertThat(recent()).hasSize(2).first().asString().startsWith("second.amalgam");
        robot.interact(() -> window.actions().get("file.close").run());
        assertThat(desk.preferences().now().session()).containsExactly(file);
        assertThat(recent()).first().asString().startsWith("mine.amalgam");
        robot.interact(() -> items().get(1).fire());
        waitFor(() -> tabs().equals(List.of("mine", "second")));
    }

    @Test
    void aRecentFileThatIsGoneSaysSoAndIsForgotten() throws Exception {
        robot.interact(() -> window.actions().get("file.new").run());
        robot.interact(() -> window.actions().get("file.previous").run());
        robot.interact(() -> window.actions().get("file.close").run());
        Files.delete(file);
        robot.interact(() -> items().getFirst().fire());
        waitFor(() -> !dialogs.told.isEmpty());
        assertThat(dialogs.told.getFirst()).contains("There is no file");
        assertThat(recent()).isEmpty();
    }

    private void offer() {
        robot.interact(window::offerRecovery);
        settle();
    }

    private static void add(Workspace workspace, String kind) {
        Node node = new Node(new NodeId(kind), kind, Settings.NONE);
        workspace.document().apply(new Edit.Add(node, new Position(0, 0)));
    }

    private List<String> recent() {
        return items().stream().map(MenuItem::getText).toList();
    }

    /** The menu of recent files, as it is when the file menu opens. */
    private List<MenuItem> items() {
        MenuBar bar = robot.lookup(".menu-bar").query();
        var files = bar.getMenus().getFirst();
        robot.interact(() -> files.getOnShowing().handle(null));
        return files.getItems().stream()
                .filter(item -> "recent".equals(item.getId()))
                .map(javafx.scene.control.Menu.class::cast)
                .flatMap(menu -> menu.getItems().stream())
                .toList();
    }

    private List<String> tabs() {
        TabPane tabs = robot.lookup("#tabs").query();
        return tabs.getTabs().stream().map(Tab::getText).toList();
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        settle();
    }

    /** Until all that waits has been shown. */
    private static void settle() {
        for (int i = 0; i < 1000; i++) {
            WaitForAsyncUtils.waitForFxEvents();
            if (UiThread.isIdle()) {
                return;
            }
        }
    }
}
