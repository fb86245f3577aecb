package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Document;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.ui.look.Fonts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class BoardTest {
    private final Document document = Figure.general();
    private final Board board = Board.EMPTY.next(document.state(), Optional.of(Results.general()));

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        Fonts.load();
    }

    @Test
    void everyCardHoldsItsPreviewAndItsPortsStandOnItsEdges() {
        for (Board.Placed placed : board.cards()) {
            CardLayout layout = placed.layout();
            Rectangle2D card = new Rectangle2D(0, 0, layout.width(), layout.height());
            assertThat(layout.preview().map(card::contains).orElse(true)).isTrue();
            for (CardLayout.Place place : layout.ports()) {
                assertThat(place.x()).isEqualTo(place.port().input() ? 0 : layout.width());
                assertThat(place.y()).isBetween(0.0, layout.height());
            }
        }
    }

    @Test
    void labelsThatShareARowDoNotRunIntoEachOther() {
        for (Board.Placed placed : board.cards()) {
            List<CardLayout.Place> labelled =
                    placed.layout().ports().stream().filter(it -> it.room() > 0).toList();
            for (CardLayout.Place in : labelled) {
                for (CardLayout.Place out : labelled) {
                    if (in.port().input() && !out.port().input() && in.y() == out.y()) {
                        assertThat(shown(in) + shown(out))
                                .isLessThan(placed.layout().width() - 2 * CardLayout.PAD + 1);
                    }
                }
            }
        }
    }

    private static double shown(CardLayout.Place place) {
        return Fonts.width(Fonts.fit(place.port().label(), CardLayout.QUIET_FONT, place.room()), CardLayout.QUIET_FONT);
    }

    @Test
    void thePointerFindsPortsBeforeCardsBeforeWiresBeforeTheGround() {
        Point2D port = board.port(PortRef.parse("shared bottom.logits"), false).orElseThrow();
        assertThat(board.at(port)).isInstanceOf(Hit.OnPort.class);
        assertThat(board.at(port.add(-40, 0))).isEqualTo(new Hit.OnCard(new NodeId("shared bottom")));
        Point2D end = board.port(PortRef.parse("decide.logits"), true).orElseThrow();
        assertThat(board.at(port.midpoint(end))).isInstanceOf(Hit.OnWire.class);
        assertThat(board.at(new Point2D(-500, -500))).isInstanceOf(Hit.OnGround.class);
    }

    @Test
    void aMovedCardIsTakenOverAndOnlyItsPlaceChanges() {
        NodeId decide = new NodeId("decide");
        document.apply(new Edit.Move(Map.of(decide, new Position(900, 900))));
        Board next = board.next(document.state(), Optional.of(Results.general()));
        assertThat(next.card(decide).orElseThrow().at()).isEqualTo(new Position(900, 900));
        assertThat(next.card(decide).orElseThrow().card())
                .isEqualTo(board.card(decide).orElseThrow().card());
    }

    @Test
    void anUnknownKindStillHasThePortsThatItsWiresSpeakOf() {
        document.apply(new Edit.Add(
                new dev.amalgam.graph.Node(new NodeId("alien"), "alien", dev.amalgam.graph.Settings.NONE),
                new Position(0, 0)));
        document.apply(new Edit.Connect(PortRef.parse("photo.image"), PortRef.parse("alien.whatever")));
        Board next = board.next(document.state(), Optional.empty());
        Card card = next.card(new NodeId("alien")).orElseThrow().card();
        assertThat(card.inputs()).extracting(Port::name).containsExactly("whatever");
        assertThat(card.broken()).isTrue();
        assertThat(card.facts()).containsExactly("unknown kind · alien");
    }

    @Test
    void aCardSaysWhatIsWrongAndWhatToDo() {
        document.apply(new Edit.Disconnect(PortRef.parse("decide.logits")));
        Board next = board.next(document.state(), Optional.empty());
        Card card = next.card(new NodeId("decide")).orElseThrow().card();
        assertThat(card.broken()).isTrue();
        assertThat(card.troubles())
                .singleElement()
                .asString()
                .contains("logits")
                .contains("Connect");
        assertThat(card.says()).contains("decide").contains("nothing is connected");
    }

    @Test
    void wiresAreTornWhereTheirSourceFailed() {
        Board next = Board.EMPTY.next(document.state(), Optional.of(Results.troubled()));
        Map<String, Link.Flow> flows = new java.util.HashMap<>();
        next.links().forEach(link -> flows.put(link.wire().to().toString(), link.flow()));
        assertThat(flows)
                .containsEntry("decide.logits", Link.Flow.BROKEN)
                .containsEntry("pre-stem.image", Link.Flow.STALE)
                .containsEntry("shared bottom.image", Link.Flow.WAITING);
    }
}
