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
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * All cards and wires with their places: what is drawn, and what the pointer can hit. Immutable. The next board takes over
 * every card that nothing has happened to, because measuring text is what costs.
 */
final class Board {
    static final Board EMPTY = new Board(Collections.emptySortedMap(), Map.of(), List.of());

    /** How near to the middle of a port the pointer has to be, in world units. */
    private static final double PORT_REACH = 11;

    private static final double WIRE_REACH = 6;

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

    private record Key(PortRef ref, boolean input) {}

    private final SequencedMap<NodeId, Placed> cards;
    private final Map<Key, Point2D> ports;
    private final List<Link> links;

    private Board(SequencedMap<NodeId, Placed> cards, Map<Key, Point2D> ports, List<Link> links) {
        this.cards = Collections.unmodifiableSequencedMap(cards);
        this.ports = ports;
        this.links = List.copyOf(links);
    }

    /** The board of a state with these results; {@code lifted} cards are elsewhere than the document says. */
    Board next(Document.State state, Optional<LiveState> live, Map<NodeId, Position> lifted) {
        Amalgamation graph = state.graph();
        Map<NodeId, List<Problem>> problems = byNode(state.problems());
        Cards maker = new Cards(state.typing());
        SequencedMap<NodeId, Placed> next = new LinkedHashMap<>();
        Map<Key, Point2D> places = new HashMap<>();
        for (Node node : graph.nodes()) {
            NodeId id = node.id();
            NodeState now = live.map(it -> it.node(id)).orElse(NodeState.WAITING);
            TypedNode typed = state.typing().node(id).orElse(null);
            Set<PortRef> wired = typed == null ? wired(graph, id) : Set.of();
            Known known = new Known(node, graph.look(id), typed, problems.getOrDefault(id, List.of()), now, wired);
            Position at = lifted.getOrDefault(id, graph.position(id));
            Placed placed = placed(known, at, maker);
            next.put(id, placed);
            placed.layout().ports().forEach(it -> places.put(key(it.port()), placed.middle(it)));
        }
        return new Board(next, places, links(graph, next, places));
    }

    private Placed placed(Known known, Position at, Cards maker) {
        Placed before = cards.get(known.node().id());
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

    private static List<Link> links(Amalgamation graph, Map<NodeId, Placed> cards, Map<Key, Point2D> places) {
        List<Link> links = new ArrayList<>();
        for (Wire wire : graph.wires()) {
            Placed source = cards.get(wire.from().node());
            Placed target = cards.get(wire.to().node());
            if (source != null && target != null) {
                links.add(Links.of(
                        wire,
                        source,
                        target,
                        end(wire.from(), false, source, places),
                        end(wire.to(), true, target, places)));
            }
        }
        return links;
    }

    /** Where a wire ends: at its port or, where a changed setting has taken that away, at the lower corner of the card. */
    private static Point2D end(PortRef ref, boolean input, Placed placed, Map<Key, Point2D> places) {
        Point2D at = places.get(new Key(ref, input));
        double x = placed.at().x() + (input ? 0 : placed.layout().width());
        return at != null
                ? at
                : new Point2D(x, placed.at().y() + placed.layout().height() - 8);
    }

    private static Key key(Port port) {
        return new Key(port.ref(), port.input());
    }

    Collection<Placed> cards() {
        return cards.values();
    }

    Optional<Placed> card(NodeId id) {
        return Optional.ofNullable(cards.get(id));
    }

    List<Link> links() {
        return links;
    }

    /** Where the middle of a port is. */
    Optional<Point2D> port(PortRef ref, boolean input) {
        return Optional.ofNullable(ports.get(new Key(ref, input)));
    }

    /** All ports of all cards. */
    List<Port> ports() {
        return cards.values().stream().flatMap(it -> it.card().ports()).toList();
    }

    /** What is at a point of the world; what is drawn above comes first. */
    Hit at(Point2D point) {
        return portAt(point)
                .<Hit>map(Hit.OnPort::new)
                .or(() -> cardAt(point).map(Hit.OnCard::new))
                .or(() -> wireAt(point).map(Hit.OnWire::new))
                .orElseGet(Hit.OnGround::new);
    }

    private Optional<Port> portAt(Point2D point) {
        for (Placed placed : cards.sequencedValues().reversed()) {
            Rectangle2D box = placed.box();
            if (point.getX() < box.getMinX() - PORT_REACH || point.getX() > box.getMaxX() + PORT_REACH) {
                continue;
            }
            for (CardLayout.Place place : placed.layout().ports()) {
                if (placed.middle(place).distance(point) <= PORT_REACH) {
                    return Optional.of(place.port());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<NodeId> cardAt(Point2D point) {
        return cards.sequencedValues().reversed().stream()
                .filter(placed -> placed.box().contains(point))
                .map(placed -> placed.card().id())
                .findFirst();
    }

    private Optional<Wire> wireAt(Point2D point) {
        return links.stream()
                .filter(link -> link.curve().distance(point, WIRE_REACH) <= WIRE_REACH)
                .map(Link::wire)
                .findFirst();
    }

    /** The cards that touch a part of the world. */
    Set<NodeId> touching(Rectangle2D part) {
        Set<NodeId> touching = new HashSet<>();
        cards.forEach((id, placed) -> {
            if (placed.box().intersects(part)) {
                touching.add(id);
            }
        });
        return touching;
    }

    /** The least box around these cards; empty where there are none. */
    Optional<Rectangle2D> box(Collection<NodeId> of) {
        return of.stream().flatMap(id -> card(id).stream()).map(Placed::box).reduce(Board::union);
    }

    /** The least box around all cards; empty where there are none. */
    Optional<Rectangle2D> box() {
        return box(cards.keySet());
    }

    private static Rectangle2D union(Rectangle2D a, Rectangle2D b) {
        double left = Math.min(a.getMinX(), b.getMinX());
        double top = Math.min(a.getMinY(), b.getMinY());
        double right = Math.max(a.getMaxX(), b.getMaxX());
        double bottom = Math.max(a.getMaxY(), b.getMaxY());
        return new Rectangle2D(left, top, right - left, bottom - top);
    }
}
