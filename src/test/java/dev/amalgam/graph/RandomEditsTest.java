package dev.amalgam.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thousands of edits in a random order: whatever a person does, the amalgamation stays whole and undo leads back. */
class RandomEditsTest {
    private static final List<String> PORTS = List.of("x", "y", "z");

    private final Edits edits = new Edits(WiringRules.ANY);
    private final Set<Class<?>> made = new HashSet<>();
    private final Set<Class<?>> refused = new HashSet<>();

    @ParameterizedTest
    @CsvSource({"2, 600", "20, 3000", "300, 3000"})
    void theAmalgamationStaysWhole(long seed, int steps) {
        Random random = new Random(seed);
        History history = History.startingWith(Amalgamation.EMPTY);
        List<Amalgamation> states = new ArrayList<>(List.of(Amalgamation.EMPTY));
        int present = 0;
        for (int i = 0; i < steps; i++) {
            int dice = random.nextInt(10);
            if (dice == 0 && history.canUndo()) {
                history = history.undo();
                present--;
            } else if (dice == 1 && history.canRedo()) {
                history = history.redo();
                present++;
            } else if (apply(history.present().graph(), edit(random)) instanceof Outcome.Applied(var graph)) {
                history = history.push("edit", graph);
                states.subList(++present, states.size()).clear();
                states.add(graph);
            }
            assertThat(history.present().graph()).isSameAs(states.get(present));
            assertWhole(history.present().graph());
        }
        assertThatUndoAndRedoLeadBack(history, states, present);
        assertThat(made).contains(Edit.Add.class, Edit.Remove.class, Edit.Connect.class);
        assertThat(refused).contains(Refusal.InputTaken.class, Refusal.WouldCycle.class, Refusal.NameTaken.class);
    }

    private Outcome apply(Amalgamation graph, Edit edit) {
        Outcome outcome = edits.apply(graph, edit);
        switch (outcome) {
            case Outcome.Applied _ -> made.add(edit.getClass());
            case Outcome.Refused(Refusal refusal) -> refused.add(refusal.getClass());
        }
        return outcome;
    }

    private static void assertThatUndoAndRedoLeadBack(History end, List<Amalgamation> states, int present) {
        History history = end;
        int at = present;
        while (history.canUndo()) {
            history = history.undo();
            assertThat(history.present().graph()).isEqualTo(states.get(--at));
        }
        assertThat(at).isZero();
        assertThat(history.present().graph()).isEqualTo(Amalgamation.EMPTY);
        while (history.canRedo()) {
            history = history.redo();
            assertThat(history.present().graph()).isEqualTo(states.get(++at));
        }
        assertThat(history.present().graph()).isEqualTo(states.getLast());
    }

    private static void assertWhole(Amalgamation graph) {
        List<NodeId> order = graph.order();
        assertThat(order).hasSameSizeAs(graph.nodes()).doesNotHaveDuplicates();
        Set<PortRef> inputs = new HashSet<>();
        for (Wire wire : graph.wires()) {
            assertThat(graph.node(wire.from().node())).isPresent();
            assertThat(graph.node(wire.to().node())).isPresent();
            assertThat(inputs.add(wire.to())).isTrue();
            assertThat(order.indexOf(wire.from().node()))
                    .isLessThan(order.indexOf(wire.to().node()));
            assertThat(graph.wiresInto(wire.to().node())).contains(wire);
            assertThat(graph.wiresOutOf(wire.from().node())).contains(wire);
        }
    }

    private static Edit edit(Random random) {
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> new Edit.Add(new Node(id(random), "kind", Settings.NONE), position(random));
            case 3 -> new Edit.Remove(Set.of(id(random)));
            case 4, 5, 6, 7 -> new Edit.Connect(port(random), port(random));
            case 8 -> new Edit.Disconnect(port(random));
            case 9 -> new Edit.Change(id(random), "top", Optional.of(new Value.Whole(random.nextInt(3))));
            case 10 -> new Edit.Rename(id(random), id(random));
            case 11 -> new Edit.SetMode(Set.of(id(random)), Mode.values()[random.nextInt(3)]);
            case 12 -> new Edit.Restyle(Map.of(id(random), Look.PLAIN.pinned(random.nextBoolean())));
            case 13 ->
                new Edit.Annotate(
                        Map.of(note(random), new Note.Comment("x", position(random), 9, 9, Optional.empty())));
            case 14 -> new Edit.Erase(Set.of(note(random)));
            default ->
                random.nextBoolean()
                        ? new Edit.Move(Map.of(id(random), position(random)))
                        : new Edit.Batch("both", List.of(edit(random), edit(random)));
        };
    }

    private static NodeId id(Random random) {
        return new NodeId("n" + random.nextInt(20));
    }

    private static NoteId note(Random random) {
        return new NoteId("note" + random.nextInt(5));
    }

    private static PortRef port(Random random) {
        return new PortRef(id(random), PORTS.get(random.nextInt(PORTS.size())));
    }

    private static Position position(Random random) {
        return new Position(random.nextInt(100), random.nextInt(100));
    }
}
