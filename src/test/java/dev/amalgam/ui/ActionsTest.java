package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.amalgam.desk.Document;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Look;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Tint;
import dev.amalgam.ui.action.Action;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.action.CommandPalette;
import dev.amalgam.ui.action.KeyMap;
import dev.amalgam.ui.action.KeyPresses;
import dev.amalgam.ui.action.Menus;
import dev.amalgam.ui.search.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** All that the window can do: it is reached by keyboard, and what it edits is undone. */
class ActionsTest extends WindowCase {
    private static final NodeId FIRST = new NodeId("first");
    private static final NodeId SECOND = new NodeId("second");
    private static final NodeId THIRD = new NodeId("third");

    @Test
    void everyActionHasATitleAndALineOfHelp() {
        assertThat(window.actions().all()).hasSizeGreaterThan(30).allSatisfy(action -> {
            assertThat(action.title()).isNotBlank();
            assertThat(action.help()).endsWith(".");
        });
    }

    @Test
    void noKeysCallTwoActions() {
        for (Action action : window.actions().all()) {
            for (KeyCombination keys : action.keysProperty().get()) {
                assertThat(window.actions().all())
                        .filteredOn(it -> window.actions().keys().calls(it.name(), keys))
                        .as(keys.getName())
                        .containsExactly(action);
            }
        }
    }

    @Test
    void standardKeysCallOnlyWhatThereIs() throws Exception {
        var keys = new java.util.Properties();
        try (var in = ActionsTest.class.getResourceAsStream("/amalgam/actions/keys.properties")) {
            keys.load(in);
        }
        for (String name : keys.stringPropertyNames()) {
            assertThatCode(() -> window.actions().get(name)).doesNotThrowAnyException();
        }
    }

    @Test
    void everyMenuCanBeMade() {
        robot.interact(() -> {
            Menus menus = new Menus(window.actions());
            menus.fill("recent", List::of);
            assertThat(menus.bar())
                    .allSatisfy(menu -> assertThat(menu.getItems()).isNotEmpty());
            for (String sort : List.of("node", "selection", "wire", "canvas")) {
                assertThat(menus.context(sort).getItems()).as(sort).isNotEmpty();
            }
        });
    }

    @Test
    void everyActionIsFoundByItsName() {
        CommandPalette palette = new CommandPalette(window.actions(), List::of);
        robot.interact(() -> {
            for (Action action : window.actions().all()) {
                assertThat(choices(palette.find(action.titleProperty().get()))).contains(action);
            }
        });
    }

    @Test
    void everyKeyCallsItsActionAndNoOther() {
        List<String> called = new ArrayList<>();
        robot.interact(() -> {
            Actions copies = new Actions(KeyMap.standard());
            window.actions().all().forEach(it -> copies.add(it.name(), () -> called.add(it.name())));
            Region canvas = new Region();
            canvas.setFocusTraversable(true);
            Scene scene = new Scene(new StackPane(canvas));
            canvas.requestFocus();
            KeyPresses.listen(scene, copies, it -> it == canvas);
            for (Action action : copies.all()) {
                for (KeyCombination keys : action.keysProperty().get()) {
                    called.clear();
                    canvas.fireEvent(press(keys));
                    assertThat(called).as(keys.getName()).containsExactly(action.name());
                }
            }
        });
    }

    @Test
    void plainKeysAreTextWhereSomebodyTypes() {
        List<String> called = new ArrayList<>();
        robot.interact(() -> {
            Actions copies = new Actions(KeyMap.standard());
            window.actions().all().forEach(it -> copies.add(it.name(), () -> called.add(it.name())));
            TextField field = new TextField();
            Scene scene = new Scene(new StackPane(field));
            field.requestFocus();
            KeyPresses.listen(scene, copies, _ -> false);
            for (Action action : copies.all()) {
                action.keysProperty().get().stream()
                        .filter(this::isPlain)
                        .forEach(keys -> field.fireEvent(press(keys)));
            }
            assertThat(called).isEmpty();
            field.fireEvent(press(KeyCombination.valueOf("Shortcut+Shift+P")));
            assertThat(called).containsExactly("help.commands");
        });
    }

    /** Each edit is tried with several nodes, one node, a wire and nothing selected, until it is possible. */
    @Test
    void everyEditIsUndone() {
        List<String> never = new ArrayList<>();
        for (String name : edits()) {
            boolean changed = Stream.<Runnable>of(
                            () -> select(Set.of(FIRST, SECOND, THIRD)),
                            () -> select(Set.of(SECOND)),
                            this::selectWire,
                            () -> select(Set.of()))
                    .anyMatch(selection -> changesAndIsUndone(name, selection));
            if (!changed) {
                never.add(name);
            }
        }
        assertThat(never).isEmpty();
    }

    /** What is edited inside a component needs one that is open: {@code InsideWindowTest} does that. */
    private List<String> edits() {
        return window.actions().all().stream()
                .filter(action -> action.isEdit() && !action.area().equals("inside"))
                .map(Action::name)
                .toList();
    }

    private boolean changesAndIsUndone(String name, Runnable selection) {
        robot.interact(this::fill);
        settle();
        selection.run();
        Amalgamation before = graph();
        robot.interact(() -> window.actions().get(name).run());
        settle();
        boolean changed = !graph().equals(before);
        if (changed) {
            robot.interact(() -> window.actions().get("edit.undo").run());
            settle();
            assertThat(graph()).as(name + " is one step to undo").isEqualTo(before);
        }
        robot.interact(window.canvas()::undo);
        return changed;
    }

    private void select(Set<NodeId> nodes) {
        robot.interact(() -> window.canvas().select(nodes));
    }

    private void selectWire() {
        robot.interact(window.canvas()::fitAll);
        settle();
        var from = window.canvas().pointOf(new PortRef(FIRST, "probabilities"), false);
        var to = window.canvas().pointOf(new PortRef(SECOND, "scores"), true);
        robot.clickOn(window.canvas().localToScreen(from.orElseThrow().midpoint(to.orElseThrow())));
        assertThat(window.canvas().selectedWireProperty().get()).isPresent();
    }

    @Test
    void aCommandIsFoundByTypingAndIsFirstTheNextTime() {
        robot.interact(() -> document().apply(new Edit.Add(node(FIRST), new Position(0, 0))));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        robot.write("zoom to").push(KeyCode.ENTER);
        settle();
        assertThat(window.canvas().zoomProperty().get()).isEqualTo(1);
        assertThat(desk.preferences().now().commands().getFirst()).isEqualTo("view.zoom-100");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        ListView<Line<Action>> list = robot.lookup("#picker-list").query();
        assertThat(choices(list.getItems()).getFirst().name()).isEqualTo("view.zoom-100");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#picker-list").queryAll()).isEmpty();
    }

    @Test
    void theFocusIsBackOnTheCanvasAfterACommand() {
        robot.interact(window.canvas()::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P).push(KeyCode.ESCAPE);
        assertThat(window.canvas().isFocused()).isTrue();
    }

    @Test
    void keysAreChangedByPressingThem() {
        change("fit everything", KeyCode.CONTROL, KeyCode.K);
        assertThat(keys("view.fit")).isEqualTo("Ctrl+K");
        assertThat(desk.preferences().now().keys()).containsEntry("view.fit", List.of("Shortcut+K"));
        robot.clickOn("#keys-reset-all");
        assertThat(keys("view.fit")).isEqualTo("Home, Ctrl+1");
        assertThat(desk.preferences().now().keys()).isEmpty();
    }

    @Test
    void keysThatAreTakenAreSaidAndTakenOnlyByEnter() {
        change("fit everything", KeyCode.CONTROL, KeyCode.Z);
        assertThat(said())
                .isEqualTo("Ctrl+Z calls “Undo” already. Enter takes it from there, Escape leaves it as it is.");
        robot.push(KeyCode.ESCAPE);
        assertThat(keys("edit.undo")).isEqualTo("Ctrl+Z");
        robot.push(KeyCode.ENTER).push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.ENTER);
        assertThat(keys("edit.undo")).isEmpty();
        assertThat(keys("view.fit")).isEqualTo("Ctrl+Z");
        robot.clickOn("#keys-reset-all");
        assertThat(keys("edit.undo")).isEqualTo("Ctrl+Z");
    }

    @Test
    void theWindowFollowsTheSelectionOnceHoweverManyAreSelected() {
        robot.interact(this::fill);
        settle();
        AtomicInteger asked = new AtomicInteger();
        robot.interact(() -> {
            window.actions().get("add.find").when(() -> asked.incrementAndGet() > 0);
            asked.set(0);
            window.canvas().selectAll();
        });
        settle();
        robot.interact(() -> assertThat(asked).hasValue(1));
    }

    @Test
    void aRightClickSelectsAndOffersWhatFits() {
        robot.interact(this::fill);
        settle();
        var at = window.canvas().localToScreen(window.canvas().pointOf(SECOND).orElseThrow());
        robot.clickOn(at, MouseButton.SECONDARY);
        settle();
        assertThat(window.canvas().selectedNodes()).containsExactly(SECOND);
        ContextMenu menu = shownMenu();
        assertThat(menu.getItems()).anyMatch(item -> "edit.delete".equals(item.getId()) && !item.isDisable());
        robot.interact(() -> menu.getItems().stream()
                .filter(item -> "edit.delete".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(graph().node(SECOND)).isEmpty();
        robot.interact(menu::hide);
    }

    @Test
    void theMenuOpensByKeyboardToo() {
        robot.interact(window.canvas()::requestFocus);
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        settle();
        ContextMenu menu = shownMenu();
        assertThat(menu.getItems()).anyMatch(item -> "select.all".equals(item.getId()));
        robot.interact(menu::hide);
    }

    private static ContextMenu shownMenu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void change(String search, KeyCode... keys) {
        robot.push(KeyCode.F1);
        robot.write(search).push(KeyCode.ENTER).push(keys);
        settle();
    }

    private String said() {
        return robot.lookup("#keys-said").queryAs(Label.class).getText();
    }

    private String keys(String action) {
        settle();
        return window.actions().get(action).keysText();
    }

    /** Three nodes, out of line, the second fed by the first. */
    private void fill() {
        PortRef from = new PortRef(FIRST, "probabilities");
        List<Edit> edits = List.of(
                new Edit.Add(node(FIRST), new Position(13, 40)),
                new Edit.Add(new Node(SECOND, "arg-max", Settings.NONE), new Position(330, 95)),
                new Edit.Add(new Node(THIRD, "arg-max", Settings.NONE), new Position(700, 333)),
                new Edit.Restyle(Map.of(SECOND, new Look(false, false, Optional.of(Tint.BLUE)))),
                new Edit.Connect(from, new PortRef(SECOND, "scores")));
        document().apply(new Edit.Batch("Begin", edits)).ifPresent(refusal -> {
            throw new AssertionError(refusal.sentence());
        });
        window.canvas().show(document().state());
    }

    private static Node node(NodeId name) {
        return new Node(name, "softmax", Settings.NONE);
    }

    private boolean isPlain(KeyCombination keys) {
        return keys instanceof KeyCodeCombination code
                && code.getShortcut() == ModifierValue.UP
                && code.getControl() != ModifierValue.DOWN
                && code.getAlt() == ModifierValue.UP
                && !code.getCode().isFunctionKey();
    }

    private static KeyEvent press(KeyCombination keys) {
        KeyCodeCombination code = (KeyCodeCombination) keys;
        return new KeyEvent(
                KeyEvent.KEY_PRESSED,
                "",
                "",
                code.getCode(),
                code.getShift() == ModifierValue.DOWN,
                code.getShortcut() == ModifierValue.DOWN || code.getControl() == ModifierValue.DOWN,
                code.getAlt() == ModifierValue.DOWN,
                false);
    }

    private static List<Action> choices(List<Line<Action>> lines) {
        return lines.stream()
                .filter(line -> line instanceof Line.Choice<Action>)
                .map(line -> ((Line.Choice<Action>) line).value())
                .toList();
    }

    private Document document() {
        return window.workspace().document();
    }

    private Amalgamation graph() {
        return document().state().graph();
    }
}
