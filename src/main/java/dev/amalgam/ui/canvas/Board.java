package dev.amalgam.ui.canvas;

import dev.amalgam.compile.Problem;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.NodeState;
import dev.amalgam.desk.arrange.Area;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Look;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Wire;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * All cards and wires with their places: what is drawn, and what the pointer can hit. Immutable. The next board takes over
 * every card that nothing has happened to, because measuring text is what costs.
 */
final class Board {
    static final Board EMPTY =
            new Board(Amalgamation.EMPTY, Ordered.of(new LinkedHashMap<>()), Ordered.of(new LinkedHashMap<>()));

    /** A card in its place. */
    record Placed(Card card, CardLayout layout, Position at, Known known) {
        Rectangle2D box() {
            return new Rectangle2D(at.x(), at.y(), layout.width(), layout.height());
        }

        Area area() {
            return new Area(at.x(), at.y(), layout.width(), layout.height());
        }

        Point2D middle(CardLayout.Place place) {
            return new Point2D(at.x() + place.x(), at.y() + place.y());
        }

        /** Where the middle of a port is; empty where a changed setting has taken it away. */
        Optional<Point2D> port(PortRef ref, boolean input) {
            for (CardLayout.Place place : layout.ports()) {
                if (place.port().input() == input && place.port().ref().equals(ref)) {
                    return Optional.of(middle(place));
                }
            }
            return Optional.empty();
        }
    }

    /** What a card was made from; compared by identity where content would be costly. */
    record Known(
            Node node,
            Look look,
            @Nullable TypedNode typed,
            List<Problem> problems,
            NodeState state,
            Set<PortRef> wired) {
        boolean sameAs(Known other) {
            return typed == other.typed
                    && state == other.state
                    && node.equals(other.node)
                    && look.equals(other.look)
                    && problems.equals(other.problems)
                    && wired.equals(other.wired);
        }
    }

    private final Amalgamation graph;
    private final Ordered<NodeId, Placed> cards;
    private final Ordered<Wire, Link> links;
    private @Nullable Rectangle2D box;

    private Board(Amalgamation graph, Ordered<NodeId, Placed> cards, Ordered<Wire, Link> links) {
        this.graph = graph;
        this.cards = cards;
        this.links = links;
    }

    /** The board of a state with these results. */
    Board next(Document.State state, Optional<LiveState> live) {
        Map<NodeId, List<Problem>> problems = byNode(state.problems());
        Cards maker = new Cards(state.typing());
        SequencedMap<NodeId, Placed> next = new LinkedHashMap<>();
        for (Node node : state.graph().nodes()) {
            NodeId id = node.id();
            NodeState now = live.map(it -> it.node(id)).orElse(NodeState.WAITING);
            TypedNode typed = state.typing().node(id).orElse(null);
            Set<PortRef> wired = typed == null ? wired(state.graph(), id) : Set.of();
            Known known =
                    new Known(node, state.graph().look(id), typed, problems.getOrDefault(id, List.of()), now, wired);
            next.put(id, placed(known, state.graph().position(id), maker));
        }
        SequencedMap<Wire, Link> joined = new LinkedHashMap<>();
        Ordered<NodeId, Placed> row = Ordered.of(next);
        Fan fan = new Fan(state.graph(), row, this);
        state.graph().wires().forEach(wire -> joined.put(wire, link(wire, row, fan)));
        return new Board(state.graph(), row, Ordered.of(joined));
    }

    /** This board with some of its cards elsewhere; costs little, so that it can be asked for in each pulse of a drag. */
    Board lift(Map<NodeId, Position> elsewhere) {
        Map<NodeId, Placed> moved = new HashMap<>();
        elsewhere.forEach((id, at) ->
                card(id).ifPresent(it -> moved.put(id, new Placed(it.card(), it.layout(), at, it.known()))));
        Ordered<NodeId, Placed> row = cards.with(moved);
        Fan fan = new Fan(graph, row, this);
        Map<Wire, Link> joined = new HashMap<>();
        moved.keySet().stream()
                .flatMap(this::bent)
                .forEach(wire -> joined.computeIfAbsent(wire, it -> link(it, row, fan)));
        return new Board(graph, row, links.with(joined));
    }

    /** The wires that run otherwise when a card is moved: its own, and those that leave the same outputs as these. */
    Stream<Wire> bent(NodeId moved) {
        return Stream.concat(
                graph.wiresOutOf(moved).stream(),
                graph.wiresInto(moved).stream().flatMap(wire -> Fan.of(graph, wire.from()).stream()));
    }

    /** What is drawn of a wire; the same as before where all is that leaves its card and where that goes. */
    private Link link(Wire wire, Ordered<NodeId, Placed> next, Fan fan) {
        return links.get(wire)
                .filter(_ -> fan.isStill(wire.from().node()))
                .orElseGet(() -> Links.of(
                        wire,
                        next.get(wire.from().node()).orElseThrow(),
                        next.get(wire.to().node()).orElseThrow(),
                        fan.slope(wire)));
    }

    private Placed placed(Known known, Position at, Cards maker) {
        Placed before = card(known.node().id()).orElse(null);
        if (before != null && before.known().sameAs(known)) {
            return before.at().equals(at) ? before : new Placed(before.card(), before.layout(), at, known);
        }
        Card card = maker.of(known.node(), known.look(), known.problems(), known.state());
        CardLayout layout = before != null && before.card().equals(card) ? before.layout() : CardLayout.of(card);
        return new Placed(card, layout, at, known);
    }

    private static Set<PortRef> wired(Amalgamation graph, NodeId id) {
        Set<PortRef> refs = new HashSet<>();
        graph.wiresInto(id).forEach(wire -> refs.add(wire.to()));
        graph.wiresOutOf(id).forEach(wire -> refs.add(wire.from()));
        return refs;
    }

    private static Map<NodeId, List<Problem>> byNode(List<Problem> problems) {
        Map<NodeId, List<Problem>> byNode = new HashMap<>();
        problems.forEach(problem -> problem.node()
                .ifPresent(node ->
                        byNode.computeIfAbsent(node, _ -> new ArrayList<>()).add(problem)));
        return byNode;
    }

    Amalgamation graph() {
        return graph;
    }

    Collection<Placed> cards() {
        return cards.values();
    }

    Optional<Placed> card(NodeId id) {
        return cards.get(id);
    }

    Collection<Link> links() {
        return links.values();
    }

    Optional<Link> link(Wire wire) {
        return links.get(wire);
    }

    /** Where the middle of a port is. */
    Optional<Point2D> port(PortRef ref, boolean input) {
        return card(ref.node()).flatMap(it -> it.port(ref, input));
    }

    /** All ports of all cards. */
    List<Port> ports() {
        return cards.values().stream().flatMap(it -> it.card().ports()).toList();
    }

    /** Finds what is at a point. */
    Hits hits() {
        return new Hits(cards.values(), links.values());
    }

    /** What is at a point of the world; what is drawn above comes first. */
    Hit at(Point2D point) {
        return hits().at(point);
    }

    /** The cards that touch a part of the world. */
    Set<NodeId> touching(Rectangle2D part) {
        Set<NodeId> touching = new HashSet<>();
        for (Placed placed : cards.values()) {
            if (placed.box().intersects(part)) {
                touching.add(placed.card().id());
            }
        }
        return touching;
    }

    /** The least box around these cards; empty where there are none. */
    Optional<Rectangle2D> box(Collection<NodeId> of) {
        return Boxes.around(of.stream().flatMap(id -> card(id).stream()).map(Placed::box));
    }

    /** The least box around all cards; empty where there are none. Found when it is first asked for: no drag asks. */
    Optional<Rectangle2D> box() {
        if (box == null) {
            box = Boxes.around(cards.values().stream().map(Placed::box)).orElse(null);
        }
        return Optional.ofNullable(box);
    }
}
