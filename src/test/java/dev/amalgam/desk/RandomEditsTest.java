package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.History;
import dev.amalgam.graph.Look;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Note;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Tint;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Signature.Input;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.project.AmalgamFile;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.ModelTypes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten thousand edits in a random order, undone and redone at random, leave a whole document and lead back to the byte. */
class RandomEditsTest {
    private static final int EDITS = 10_000;
    private static final ComponentStore FILES = new ComponentStore(Optional.empty(), ModelTypes.FROM_FILE);
    private static final int MOST_NODES = 12;
    private static final List<String> KINDS =
            List.of("image", "tensor", "resize", "cast", "softmax", "concat", "reroute", "output");

    private final Document document = new Document(
            Typing.of(
                    Amalgamation.EMPTY,
                    BuiltInKinds.catalogue(),
                    new ComponentStore(Optional.empty(), ModelTypes.FROM_FILE)),
            false);
    private final Set<Class<?>> made = new HashSet<>();
    private Random random = new Random();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void undoLeadsToTheStartAndRedoToTheEnd(long seed) {
        random = new Random(seed);
        document.apply(new Edit.Add(new Node(new NodeId("first"), "image", Settings.NONE), new Position(0, 0)));
        String start = AmalgamFile.print(document.state().graph());
        for (int i = 0; i < EDITS; i++) {
            step();
            assertWhole(document.state().graph());
        }
        String end = AmalgamFile.print(goTo(true));
        goTo(false);
        document.redo();
        assertThat(AmalgamFile.print(document.state().graph())).isEqualTo(start);
        assertThat(AmalgamFile.print(goTo(true))).isEqualTo(end);
        assertThat(AmalgamFile.print(goTo(false))).isEqualTo(AmalgamFile.print(Amalgamation.EMPTY));
        assertThat(made).hasSize(Edit.class.getPermittedSubclasses().length);
    }

    /** To the last revision, or to the first. */
    private Amalgamation goTo(boolean last) {
        while (last
                ? document.state().history().canRedo()
                : document.state().history().canUndo()) {
            if (last) {
                document.redo();
            } else {
                document.undo();
            }
        }
        return document.state().graph();
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0 -> document.redo();
            case 1 -> {
                // The first step is kept: it is what the end is compared with.
                if (isBeyondTheFirst()) {
                    document.undo();
                }
            }
            case 2 -> make(edit(), true);
            default -> make(edit(), false);
        }
    }

    private boolean isBeyondTheFirst() {
        History history = document.state().history();
        return history.canUndo() && history.undo().canUndo();
    }

    private void make(Edit edit, boolean goesOn) {
        boolean amends = goesOn && isBeyondTheFirst();
        if ((amends ? document.amend(edit) : document.apply(edit)).isEmpty()) {
            made.add(edit.getClass());
        }
    }

    private Edit edit() {
        Amalgamation graph = document.state().graph();
        if (graph.nodes().size() < 3) {
            return add(graph);
        }
        NodeId node = pick(graph.nodes()).id();
        return switch (random.nextInt(14)) {
            case 0, 1 -> graph.nodes().size() < MOST_NODES ? add(graph) : new Edit.Remove(Set.of(node));
            case 2, 3, 4 -> connect();
            case 5 ->
                graph.wires().isEmpty()
                        ? add(graph)
                        : new Edit.Disconnect(pick(graph.wires()).to());
            case 6 -> new Edit.Change(node, "width", Optional.of(new Value.Whole(1 + random.nextInt(9))));
            case 7 -> new Edit.Rename(node, Names.fresh(pick(List.of("a", "b", "Ü")), graph));
            case 8 -> new Edit.Move(Map.of(node, position()));
            case 9 -> new Edit.SetMode(Set.of(node), pick(List.of(Mode.values())));
            case 10 -> new Edit.Restyle(Map.of(node, new Look(random.nextBoolean(), random.nextBoolean(), tint())));
            case 11 -> note(graph);
            case 12 ->
                graph.nodes().size() < MOST_NODES
                        ? paste(graph, node)
                        : new Edit.Remove(
                                Set.copyOf(List.of(node, pick(graph.nodes()).id())));
            default ->
                new Edit.Batch(
                        "Move and mute",
                        List.of(new Edit.Move(Map.of(node, position())), new Edit.SetMode(Set.of(node), Mode.MUTED)));
        };
    }

    private Edit add(Amalgamation graph) {
        String kind = pick(KINDS);
        return new Edit.Add(new Node(Names.fresh(kind, graph), kind, Settings.NONE), position());
    }

    /** Ports that are there, so that types and circles have their say, and not only names. */
    private Edit connect() {
        Typing typing = document.state().typing();
        List<PortRef> outputs = typing.ordered().stream()
                .flatMap(node -> node.outputs().keySet().stream().map(port -> new PortRef(node.id(), port)))
                .toList();
        List<PortRef> inputs = typing.ordered().stream()
                .flatMap(node ->
                        node.signature().inputs().stream().map(Input::name).map(port -> new PortRef(node.id(), port)))
                .toList();
        return outputs.isEmpty() || inputs.isEmpty()
                ? add(typing.graph())
                : new Edit.Connect(pick(outputs), pick(inputs));
    }

    private Edit paste(Amalgamation graph, NodeId node) {
        Set<NoteId> notes = graph.notes().size() > 3 ? Set.of() : graph.notes().keySet();
        return Clip.read(Clip.copy(graph, Set.of(node), notes, FILES))
                .orElseThrow()
                .paste(graph, position(), true);
    }

    private Edit note(Amalgamation graph) {
        if (graph.notes().size() > 3) {
            return new Edit.Erase(Set.of(pick(graph.notes().keySet())));
        }
        Note note = random.nextBoolean()
                ? new Note.Frame("frame", position(), 10, 20, tint())
                : new Note.Comment("*comment*", position(), 30, 40, tint());
        return new Edit.Annotate(Map.of(Names.freshNote("note", graph), note));
    }

    private Optional<Tint> tint() {
        return Optional.of(pick(List.of(Tint.values()))).filter(_ -> random.nextBoolean());
    }

    private Position position() {
        return new Position(random.nextInt(1000), random.nextInt(1000));
    }

    private <T> T pick(Collection<T> all) {
        return all.stream().skip(random.nextInt(all.size())).findFirst().orElseThrow();
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
}
