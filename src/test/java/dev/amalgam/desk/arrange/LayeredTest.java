package dev.amalgam.desk.arrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class LayeredTest {
    private static final Edits EDITS = new Edits((_, _, _) -> Optional.empty());

    @Test
    void whatFeedsStandsLeftOfWhatIsFedAndNothingOverlaps() {
        Amalgamation graph = random(120, 7);
        Map<NodeId, Area> placed = placed(graph, Layered.places(graph, cards(graph), () -> false));
        for (Wire wire : graph.wires()) {
            assertThat(placed.get(wire.from().node()).right())
                    .isLessThan(placed.get(wire.to().node()).x());
        }
        List<Area> areas = List.copyOf(placed.values());
        for (int i = 0; i < areas.size(); i++) {
            for (int k = 0; k < i; k++) {
                assertThat(areas.get(i).overlaps(areas.get(k))).isFalse();
            }
        }
    }

    @Test
    void theInputStandsAtTheVeryLeft() {
        Amalgamation graph = chain();
        Map<NodeId, Position> places = Layered.places(graph, cards(graph), () -> false);
        assertThat(places.get(new NodeId("late source")).x())
                .isEqualTo(places.get(new NodeId("a")).x());
    }

    @Test
    void theWholeKeepsItsCornerAndTheSameGraphGetsTheSameLayout() {
        Amalgamation graph = random(40, 3);
        Map<NodeId, Layered.Card> cards = cards(graph);
        Map<NodeId, Position> first = Layered.places(graph, cards, () -> false);
        assertThat(Layered.places(graph, cards, () -> false)).isEqualTo(first);
        Area before = Area.around(
                        cards.values().stream().map(Layered.Card::area).toList())
                .orElseThrow();
        assertThat(Area.around(placed(graph, first).values()).orElseThrow().at())
                .isEqualTo(before.at());
    }

    @Test
    void onlyWhatIsAskedForIsMoved() {
        Amalgamation graph = chain();
        Map<NodeId, Layered.Card> some = new LinkedHashMap<>(cards(graph));
        some.remove(new NodeId("c"));
        assertThat(Layered.places(graph, some, () -> false)).containsOnlyKeys(some.keySet());
        assertThat(Layered.places(graph, Map.of(), () -> false)).isEmpty();
    }

    @Test
    void whatIsNotWantedAnyMoreEnds() {
        Amalgamation graph = random(60, 1);
        assertThatThrownBy(() -> Layered.places(graph, cards(graph), () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aThousandCardsAreLaidOut() {
        Amalgamation graph = random(1000, 11);
        assertThat(Layered.places(graph, cards(graph), () -> false)).hasSize(1000);
    }

    private static Amalgamation chain() {
        List<Edit> edits = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "late source")) {
            edits.add(add(name, 10, 20));
        }
        edits.add(wire("a", "b", "in"));
        edits.add(wire("b", "c", "in"));
        edits.add(wire("late source", "c", "other"));
        return apply(Amalgamation.EMPTY, edits);
    }

    /** One wire and a half for each node. */
    private static Amalgamation random(int count, long seed) {
        Random random = new Random(seed);
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            edits.add(add("n" + i, random.nextInt(2000), random.nextInt(2000)));
        }
        for (int i = 1; i < count; i++) {
            edits.add(wire("n" + random.nextInt(Math.max(0, i - 12), i), "n" + i, "in"));
            if (i % 2 == 0) {
                edits.add(wire("n" + random.nextInt(Math.max(0, i - 30), i), "n" + i, "other"));
            }
        }
        return apply(Amalgamation.EMPTY, edits);
    }

    private static Edit add(String name, double x, double y) {
        return new Edit.Add(new Node(new NodeId(name), "kind", Settings.NONE), new Position(x, y));
    }

    private static Edit wire(String from, String to, String input) {
        return new Edit.Connect(PortRef.parse(from + ".out"), PortRef.parse(to + "." + input));
    }

    private static Amalgamation apply(Amalgamation graph, List<Edit> edits) {
        return switch (EDITS.apply(graph, new Edit.Batch("Make", edits))) {
            case Outcome.Applied(Amalgamation made) -> made;
            case Outcome.Refused(var refusal) -> throw new AssertionError(refusal.sentence());
        };
    }

    private static Map<NodeId, Layered.Card> cards(Amalgamation graph) {
        Map<NodeId, Layered.Card> cards = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
            Position at = graph.position(node.id());
            cards.put(
                    node.id(),
                    new Layered.Card(
                            new Area(at.x(), at.y(), 150, 90), Map.of("in", 40.0, "other", 60.0), Map.of("out", 40.0)));
        }
        return cards;
    }

    private static Map<NodeId, Area> placed(Amalgamation graph, Map<NodeId, Position> places) {
        Map<NodeId, Layered.Card> cards = cards(graph);
        Map<NodeId, Area> placed = new LinkedHashMap<>();
        places.forEach((id, at) -> placed.put(id, cards.get(id).area().movedTo(at)));
        return placed;
    }
}
