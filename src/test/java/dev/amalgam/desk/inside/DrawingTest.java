package dev.amalgam.desk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.desk.arrange.Area;
import dev.amalgam.desk.inside.Diagram.Bend;
import dev.amalgam.desk.inside.Diagram.Card;
import dev.amalgam.desk.inside.Diagram.Content;
import dev.amalgam.desk.inside.Diagram.Frame;
import dev.amalgam.desk.inside.Diagram.Line;
import dev.amalgam.desk.inside.Part.Group;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where cards, frames and lines of the inside stand, whatever is open. */
class DrawingTest {
    private static Diagram draw(Inside inside, Set<Group> open) {
        return Drawing.of(inside, open, () -> false, _ -> {});
    }

    private static Set<Group> someOpen(Inside inside, long seed) {
        Random random = new Random(seed);
        Set<Group> open = new HashSet<>();
        for (int i = 0; i < inside.structure().operators().size(); i++) {
            inside.groups(i).stream().filter(_ -> random.nextInt(3) > 0).forEach(open::add);
        }
        return open;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothingOverlaps(long seed) throws Exception {
        Inside inside = Inside.of(Chains.random(300, seed));
        Diagram diagram = draw(inside, someOpen(inside, seed));
        List<Area> cards = diagram.cards().stream().map(Card::area).toList();
        for (int i = 0; i < cards.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(cards.get(i).overlaps(cards.get(j)))
                        .as(diagram.cards().get(i) + " and " + diagram.cards().get(j))
                        .isFalse();
            }
        }
        Area all = new Area(0, 0, diagram.width(), diagram.height());
        assertThat(cards).allMatch(all::contains);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 4, 6})
    void aFrameHoldsTheCardsOfItsGroupAndNoOther(long seed) throws Exception {
        Inside inside = Inside.of(Chains.random(300, seed));
        Diagram diagram = draw(inside, someOpen(inside, seed));
        assertThat(diagram.frames()).isNotEmpty();
        for (Frame frame : diagram.frames()) {
            Set<Integer> own = new HashSet<>(frame.group().operators().boxed().toList());
            for (Card card : diagram.cards()) {
                boolean belongs = card.content() instanceof Content.Of(Part part) && own.contains(part.first());
                assertThat(frame.area().contains(card.area())).isEqualTo(belongs);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyLineBeginsAndEndsAtACardOrFrame(long seed) throws Exception {
        Inside inside = Inside.of(Chains.random(200, seed));
        Diagram diagram = draw(inside, someOpen(inside, seed));
        List<Area> boxes =
                new ArrayList<>(diagram.cards().stream().map(Card::area).toList());
        diagram.frames().forEach(frame -> boxes.add(frame.area()));
        for (Line line : diagram.lines()) {
            Bend first = line.points().getFirst();
            Bend last = line.points().getLast();
            assertThat(boxes).as("%s", line).anyMatch(box -> isOnEdge(box, first));
            assertThat(boxes).as("%s", line).anyMatch(box -> isOnEdge(box, last));
        }
    }

    private static boolean isOnEdge(Area box, Bend point) {
        boolean within = point.y() >= box.y() - 1 && point.y() <= box.bottom() + 1;
        return within && (Math.abs(point.x() - box.x()) < 1 || Math.abs(point.x() - box.right()) < 1);
    }

    @Test
    void whatFeedsStandsLeftOfWhatIsFed() throws Exception {
        Inside inside = Inside.of(Chains.scoped("", "Relu", "Tanh", "Neg").build());
        List<Double> lefts = draw(inside, Set.of()).cards().stream()
                .map(card -> card.area().x())
                .toList();
        assertThat(lefts).hasSize(5).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aLongChainIsBrokenIntoRowsThatFitAWindow() throws Exception {
        Inside inside = Inside.of(Chains.random(200, 1));
        Diagram diagram = draw(inside, Set.of());
        assertThat(diagram.width() / diagram.height()).isBetween(0.7, 6.0);
    }

    @Test
    void theSameIsDrawnTheSame() throws Exception {
        Inside inside = Inside.of(Chains.random(200, 4));
        Set<Group> open = someOpen(inside, 4);
        assertThat(draw(inside, open)).isEqualTo(draw(inside, open));
    }

    @Test
    void everyOperatorOfALargeModelIsDrawnWhenAllIsOpen() throws Exception {
        Inside inside = Inside.of(Chains.random(10_000, 2));
        Set<Group> all = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            all.addAll(inside.groups(i));
        }
        assertThat(draw(inside, all).cards()).hasSize(10_002);
    }

    @Test
    void itEndsWhenItIsCancelledAndTellsHowFarItIs() throws Exception {
        Inside inside = Inside.of(Chains.random(400, 2));
        assertThatThrownBy(() -> Drawing.of(inside, Set.of(), () -> true, _ -> {}))
                .isInstanceOf(CancellationException.class);
        List<Double> told = new ArrayList<>();
        Drawing.of(inside, inside.opened(300), () -> false, told::add);
        assertThat(told).isSorted().endsWith(1.0);
    }
}
