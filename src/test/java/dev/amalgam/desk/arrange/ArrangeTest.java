package dev.amalgam.desk.arrange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrangeTest {
    private static final NodeId A = new NodeId("a");
    private static final NodeId B = new NodeId("b");
    private static final NodeId C = new NodeId("c");

    private static final Map<NodeId, Area> CARDS = new LinkedHashMap<>();

    static {
        CARDS.put(A, new Area(0, 0, 100, 40));
        CARDS.put(B, new Area(130, 300, 60, 80));
        CARDS.put(C, new Area(400, 90, 100, 20));
    }

    @ParameterizedTest
    @CsvSource({
        "LEFT, 0, 300",
        "CENTRE, 220, 300",
        "RIGHT, 440, 300",
        "TOP, 130, 0",
        "MIDDLE, 130, 150",
        "BOTTOM, 130, 300"
    })
    void cardsComeIntoOneLine(Alignment how, double x, double y) {
        assertThat(how.places(CARDS).get(B)).isEqualTo(new Position(x, y));
    }

    @Test
    void anAlignedEdgeIsTheSameForAll() {
        Map<NodeId, Position> right = Alignment.RIGHT.places(CARDS);
        assertThat(CARDS.keySet())
                .allSatisfy(id ->
                        assertThat(right.get(id).x() + CARDS.get(id).width()).isEqualTo(500));
    }

    @Test
    void gapsBecomeEqualAndTheEndsStay() {
        Map<NodeId, Position> across = Distribution.HORIZONTAL.places(CARDS);
        assertThat(across)
                .containsEntry(A, new Position(0, 0))
                .containsEntry(B, new Position(220, 300))
                .containsEntry(C, new Position(400, 90));
        Map<NodeId, Position> down = Distribution.VERTICAL.places(CARDS);
        assertThat(down)
                .containsEntry(A, new Position(0, 0))
                .containsEntry(C, new Position(400, 160))
                .containsEntry(B, new Position(130, 300));
    }

    @Test
    void twoCardsHaveOnlyOneGap() {
        assertThat(Distribution.HORIZONTAL.places(Map.of(A, CARDS.get(A), B, CARDS.get(B))))
                .isEmpty();
    }

    @Test
    void anEdgeIsPulledOnToTheNearestEdgeAndSaysWhere() {
        Snapping snapping = new Snapping(List.of(new Area(100, 0, 50, 50)), 6, OptionalDouble.empty());
        Snapping.Rest rest = snapping.rest(new Area(104, 200, 80, 40));
        assertThat(rest.area()).isEqualTo(new Area(100, 200, 80, 40));
        assertThat(rest.guides()).containsExactly(new Snapping.Guide(100, 0, 100, 240));
    }

    @Test
    void aMiddleIsPulledByAMiddleOnly() {
        Snapping snapping = new Snapping(List.of(new Area(0, 0, 100, 50)), 6, OptionalDouble.empty());
        assertThat(snapping.rest(new Area(300, 8, 60, 30)).area().y()).isEqualTo(10);
        assertThat(snapping.rest(new Area(300, 24, 60, 70)).area().y()).isEqualTo(24);
    }

    @Test
    void whereNoNeighbourIsNearTheGridPulls() {
        Snapping snapping = new Snapping(List.of(new Area(100, 0, 50, 50)), 6, OptionalDouble.of(24));
        Snapping.Rest rest = snapping.rest(new Area(331, 205, 80, 41));
        assertThat(rest.area().at()).isEqualTo(new Position(336, 216));
        assertThat(rest.guides()).isEmpty();
        assertThat(snapping.rest(new Area(331, 3, 80, 90)).area().at()).isEqualTo(new Position(336, 0));
    }

    @Test
    void withoutGridAndNeighboursNothingIsPulled() {
        Area area = new Area(1.5, 2.5, 10, 10);
        assertThat(Snapping.none().rest(area)).isEqualTo(new Snapping.Rest(area, List.of()));
    }
}
