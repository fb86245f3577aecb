package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.Names;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.project.AmalgamFile;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.ModelTypes;
import dev.amalgam.ui.action.Action;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.action.KeyMap;
import dev.amalgam.ui.look.Fonts;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Ten thousand edits in a random order, made as a person makes them: by every edit of the registry, by the gestures of the
 * mouse, and by what the inspector asks for; undone and redone at random. They leave a whole document and lead back to the
 * byte. The canvas is in no window, so that nothing is drawn meanwhile.
 */
class RandomActionsTest {
    private static final int EDITS = 10_000;
    private static final int MOST_NODES = 12;
    private static final List<String> KINDS =
            List.of("image", "tensor", "resize", "cast", "softmax", "concat", "reroute", "output");

    /** Works in the background, for longer than all the others together; its edit is that of the alignments. */
    private static final String LAYOUT = "arrange.layout";

    private static final Set<String> CHANGED = new TreeSet<>();
    private static final Set<String> EXPECTED =
            new TreeSet<>(List.of("wire", "drag", "knife", "bend", "add", "rename", "set"));

    private final Document document = new Document(
            Typing.of(
                    Amalgamation.EMPTY,
                    BuiltInKinds.catalogue(),
                    new ComponentStore(Optional.empty(), ModelTypes.FROM_FILE)),
            false);
    private final Actions actions = new Actions(KeyMap.standard());
    private CanvasView canvas;
    private Random random = new Random();

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        Fonts.load();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void undoLeadsToTheStartAndRedoToTheEnd(long seed) {
        new FxRobot().interact(() -> edit(seed));
    }

    /** Else an edit that is always refused would pass unseen. */
    @AfterAll
    static void everyEditWasMade() {
        assertThat(CHANGED).containsExactlyElementsOf(EXPECTED);
    }

    private void edit(long seed) {
        random = new Random(seed);
        canvas = new CanvasView(document, new SilentHost());
        new Scene(canvas, 1300, 860);
        canvas.resize(1300, 860);
        CanvasActions.register(actions, () -> canvas);
        ArrangeActions.register(actions, () -> canvas);
        LookActions.register(actions, () -> canvas);
        NoteActions.register(actions, () -> canvas);
        TransferActions.register(actions, () -> canvas, () -> {});
        WireActions.register(actions, () -> canvas);
        List<String> edits = actions.all().stream()
                .filter(Action::isEdit)
                .map(Action::name)
                .filter(name -> !name.equals(LAYOUT))
                .toList();
        canvas.addKind("image", new Point2D(0, 0));
        String start = print();
        for (int i = 0; i < EDITS; i++) {
            step(edits);
            assertWhole(graph());
            assertThat(canvas.scenery().board().graph()).isSameAs(graph());
        }
        String end = goTo(true);
        goTo(false);
        actions.get("edit.redo").run();
        assertThat(print()).isEqualTo(start);
        assertThat(goTo(true)).isEqualTo(end);
        assertThat(goTo(false)).isEqualTo(AmalgamFile.print(Amalgamation.EMPTY));
        EXPECTED.addAll(edits);
    }

    /** To the last revision, or to the first. */
    private String goTo(boolean last) {
        while (last
                ? document.state().history().canRedo()
                : document.state().history().canUndo()) {
            actions.get(last ? "edit.redo" : "edit.undo").run();
        }
        return print();
    }

    private void step(List<String> edits) {
        switch (random.nextInt(12)) {
            case 0 -> actions.get("edit.redo").run();
            case 1 -> {
                // The first step is kept: it is what the end is compared with.
                if (document.state().history().past().size() > 2) {
                    actions.get("edit.undo").run();
                }
            }
            case 2 -> select();
            case 3, 4, 5 -> gesture();
            case 6 -> inspect();
            default -> act(pick(edits));
        }
    }

    private void act(String name) {
        boolean grows =
                List.of("edit.paste", "edit.paste-wired", "edit.duplicate").contains(name) || name.startsWith("add.");
        if (grows && graph().nodes().size() + graph().notes().size() > MOST_NODES) {
            canvas.selectAll();
            toggleSome();
            note("edit.delete", () -> actions.get("edit.delete").run());
        } else {
            note(name, () -> actions.get(name).run());
        }
    }

    /** One step for undo at most, whatever was done. */
    private void note(String name, Runnable edit) {
        long before = document.state().revision().number();
        Amalgamation was = graph();
        int steps = document.state().history().past().size();
        edit.run();
        canvas.cancel();
        if (document.state().revision().number() != before) {
            CHANGED.add(name);
            assertThat(document.state().history().past()).as(name).hasSize(steps + 1);
            assertThat(graph()).as(name).isNotEqualTo(was);
        }
    }

    private void select() {
        if (random.nextInt(8) == 0 && !graph().notes().isEmpty()) {
            actions.get("select.note").run();
        } else {
            toggleSome();
        }
    }

    private void toggleSome() {
        canvas.select(graph().nodes().stream()
                .map(Node::id)
                .filter(_ -> random.nextBoolean())
                .collect(Collectors.toSet()));
    }

    private void gesture() {
        switch (random.nextInt(6)) {
            case 0 -> {
                if (graph().nodes().size() < MOST_NODES) {
                    note("add", () -> canvas.addKind(pick(KINDS), point()));
                }
            }
            case 1, 2, 3 -> wire();
            case 4 -> {
                Point2D card = canvas.pointOf(anyNode()).orElseThrow();
                note("drag", () -> drag(MouseButton.PRIMARY, false, false, card, point()));
            }
            default -> stroke(random.nextBoolean());
        }
    }

    /** From a port to a port, so that types and circles have their say. */
    private void wire() {
        List<Port> ports = canvas.scenery().board().ports();
        List<Port> from = ports.stream().filter(port -> !port.input()).toList();
        List<Port> to = ports.stream().filter(Port::input).toList();
        if (!from.isEmpty() && !to.isEmpty()) {
            note("wire", () -> drag(MouseButton.PRIMARY, false, false, at(pick(from)), at(pick(to))));
        }
    }

    private Point2D at(Port port) {
        return canvas.pointOf(port.ref(), port.input()).orElseThrow();
    }

    /** Across one of the wires, at least. */
    private void stroke(boolean cut) {
        if (!graph().wires().isEmpty() && graph().nodes().size() < MOST_NODES) {
            Wire wire = pick(graph().wires());
            Curve curve = canvas.scenery().board().link(wire).orElseThrow().curve();
            Point2D middle = canvas.scenery()
                    .camera()
                    .toView(curve.at(0.5).getX(), curve.at(0.5).getY());
            note(
                    cut ? "knife" : "bend",
                    () -> drag(MouseButton.SECONDARY, !cut, cut, middle.add(-30, -60), middle.add(30, 60)));
        }
    }

    /** What the inspector does, a slider included, which goes on with the step before. */
    private void inspect() {
        NodeId node = anyNode();
        if (random.nextInt(3) == 0) {
            note(
                    "rename",
                    () -> document.apply(new Edit.Rename(node, Names.fresh(pick(List.of("a", "b", "Ü")), graph()))));
        } else {
            Edit width = new Edit.Change(node, "width", Optional.of(new Value.Whole(1 + random.nextInt(9))));
            note("set", () -> document.apply(width));
            if (document.state().history().past().size() > 2) {
                document.amend(new Edit.Change(node, "width", Optional.of(new Value.Whole(1 + random.nextInt(9)))));
            }
        }
        canvas.show(document.state());
    }

    private void drag(MouseButton button, boolean shift, boolean control, Point2D from, Point2D to) {
        mouse(MouseEvent.MOUSE_PRESSED, button, shift, control, from);
        mouse(MouseEvent.MOUSE_DRAGGED, button, shift, control, from.midpoint(to));
        mouse(MouseEvent.MOUSE_DRAGGED, button, shift, control, to);
        mouse(MouseEvent.MOUSE_RELEASED, button, shift, control, to);
    }

    private void mouse(EventType<MouseEvent> type, MouseButton button, boolean shift, boolean control, Point2D at) {
        canvas.fireEvent(new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                button,
                1,
                shift,
                control,
                false,
                false,
                button == MouseButton.PRIMARY,
                false,
                button == MouseButton.SECONDARY,
                true,
                false,
                false,
                new PickResult(canvas, at.getX(), at.getY())));
    }

    private Point2D point() {
        return new Point2D(random.nextInt(1300), random.nextInt(860));
    }

    private NodeId anyNode() {
        if (graph().nodes().isEmpty()) {
            canvas.addKind("image", point());
        }
        return pick(graph().nodes()).id();
    }

    private <T> T pick(Collection<T> all) {
        return all.stream().skip(random.nextInt(all.size())).findFirst().orElseThrow();
    }

    private Amalgamation graph() {
        return document.state().graph();
    }

    private String print() {
        return AmalgamFile.print(graph());
    }

    /** No wire without its ends, none twice into one input, and no circle. */
    private static void assertWhole(Amalgamation graph) {
        Set<PortRef> inputs = new HashSet<>();
        for (Wire wire : graph.wires()) {
            boolean whole = graph.node(wire.from().node()).isPresent()
                    && graph.node(wire.to().node()).isPresent()
                    && inputs.add(wire.to());
            assertThat(whole).as(wire.toString()).isTrue();
        }
        // A circle would keep its nodes out of the order.
        assertThat(graph.order().size()).isEqualTo(graph.nodes().size());
    }

    /** Refusals are heard by nobody here. */
    private static final class SilentHost implements CanvasHost {
        @Override
        public void tell(String sentence, String remedy) {}

        @Override
        public void fileForNode(NodeId node, String setting, Path file) {}

        @Override
        public void fileForCanvas(Path file, Position at) {}
    }
}
