package dev.amalgam.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A directed acyclic graph of nodes and wires with the place of each node's card. Immutable; {@link Edit}s lead to another
 * one. Always whole: each wire joins two nodes that are here, each input has one wire at most, and there is no cycle. That
 * ports exist and types agree is judged above, by kind.
 *
 * <p>Equality is by content; the order in which nodes were added counts for drawing only and not for equality.
 */
public final class Amalgamation {
    /** No nodes. */
    public static final Amalgamation EMPTY = new Amalgamation(Map.of(), Map.of(), Map.of());

    private final SequencedMap<NodeId, Node> nodes;
    private final Map<PortRef, Wire> wiresByInput;
    private final Map<NodeId, Position> layout;
    private volatile Index index = Index.NOT_YET;

    /** Neighbours and order, found when first asked for. */
    private record Index(Map<NodeId, List<Wire>> into, Map<NodeId, List<Wire>> outOf, List<NodeId> order) {
        static final Index NOT_YET = new Index(Map.of(), Map.of(), List.of());
    }

    Amalgamation(Map<NodeId, Node> nodes, Map<PortRef, Wire> wiresByInput, Map<NodeId, Position> layout) {
        this.nodes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(nodes));
        this.wiresByInput = Collections.unmodifiableMap(new LinkedHashMap<>(wiresByInput));
        this.layout = Map.copyOf(layout);
    }

    /** All nodes, in the order they were added. */
    public Collection<Node> nodes() {
        return nodes.values();
    }

    /** The node of that name. */
    public Optional<Node> node(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** All wires. */
    public Collection<Wire> wires() {
        return wiresByInput.values();
    }

    /** The wire into an input. */
    public Optional<Wire> wireInto(PortRef input) {
        return Optional.ofNullable(wiresByInput.get(input));
    }

    /** The wires into a node. */
    public List<Wire> wiresInto(NodeId node) {
        return index().into.getOrDefault(node, List.of());
    }

    /** The wires out of a node. */
    public List<Wire> wiresOutOf(NodeId node) {
        return index().outOf.getOrDefault(node, List.of());
    }

    /** Where a node's card stands; the origin where nobody said. */
    public Position position(NodeId node) {
        return layout.getOrDefault(node, new Position(0, 0));
    }

    /** All nodes so that each comes after those it depends on; ties in the order they were added. */
    public List<NodeId> order() {
        return index().order;
    }

    /** All nodes that {@code node} depends on, without itself. */
    public SequencedSet<NodeId> upstream(NodeId node) {
        return reach(node, id -> wiresInto(id).stream().map(wire -> wire.from().node()));
    }

    /** All nodes that depend on {@code node}, without itself. */
    public SequencedSet<NodeId> downstream(NodeId node) {
        return reach(node, id -> wiresOutOf(id).stream().map(wire -> wire.to().node()));
    }

    /** Whether the other computes the same in the same words: all but the layout is equal. */
    public boolean meansTheSameAs(Amalgamation other) {
        return this == other || (nodes.equals(other.nodes) && wiresByInput.equals(other.wiresByInput));
    }

    private static SequencedSet<NodeId> reach(NodeId start, Function<NodeId, Stream<NodeId>> next) {
        LinkedHashSet<NodeId> reached = new LinkedHashSet<>();
        Deque<NodeId> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            next.apply(open.pop()).filter(reached::add).forEach(open::push);
        }
        return reached;
    }

    private Index index() {
        Index known = index;
        if (known == Index.NOT_YET) {
            known = buildIndex();
            index = known;
        }
        return known;
    }

    private Index buildIndex() {
        Map<NodeId, List<Wire>> into = new HashMap<>();
        Map<NodeId, List<Wire>> outOf = new HashMap<>();
        for (Wire wire : wiresByInput.values()) {
            into.computeIfAbsent(wire.to().node(), _ -> new ArrayList<>()).add(wire);
            outOf.computeIfAbsent(wire.from().node(), _ -> new ArrayList<>()).add(wire);
        }
        return new Index(into, outOf, sorted(into, outOf));
    }

    /** Kahn's algorithm (1962). */
    private List<NodeId> sorted(Map<NodeId, List<Wire>> into, Map<NodeId, List<Wire>> outOf) {
        Map<NodeId, Integer> waiting = new HashMap<>();
        Deque<NodeId> ready = new ArrayDeque<>();
        for (NodeId id : nodes.keySet()) {
            int wires = into.getOrDefault(id, List.of()).size();
            waiting.put(id, wires);
            if (wires == 0) {
                ready.add(id);
            }
        }
        List<NodeId> order = new ArrayList<>(nodes.size());
        while (!ready.isEmpty()) {
            NodeId id = ready.remove();
            order.add(id);
            for (Wire wire : outOf.getOrDefault(id, List.of())) {
                if (waiting.merge(wire.to().node(), -1, Integer::sum) == 0) {
                    ready.add(wire.to().node());
                }
            }
        }
        return List.copyOf(order);
    }

    // The steps that edits are made of. They trust their caller: Edits checks first.

    Amalgamation withNode(Node node, Position position) {
        Map<NodeId, Node> more = new LinkedHashMap<>(nodes);
        more.put(node.id(), node);
        Map<NodeId, Position> places = new HashMap<>(layout);
        places.put(node.id(), position);
        return new Amalgamation(more, wiresByInput, places);
    }

    Amalgamation replace(Node node) {
        Map<NodeId, Node> changed = new LinkedHashMap<>(nodes);
        changed.put(node.id(), node);
        return new Amalgamation(changed, wiresByInput, layout);
    }

    Amalgamation without(Set<NodeId> gone) {
        Map<NodeId, Node> fewer = new LinkedHashMap<>(nodes);
        fewer.keySet().removeAll(gone);
        Map<PortRef, Wire> wires = new LinkedHashMap<>(wiresByInput);
        wires.values().removeIf(w -> gone.contains(w.from().node()) || gone.contains(w.to().node()));
        Map<NodeId, Position> places = new HashMap<>(layout);
        places.keySet().removeAll(gone);
        return new Amalgamation(fewer, wires, places);
    }

    Amalgamation with(Wire wire) {
        Map<PortRef, Wire> more = new LinkedHashMap<>(wiresByInput);
        more.put(wire.to(), wire);
        return new Amalgamation(nodes, more, layout);
    }

    Amalgamation withoutWireInto(PortRef input) {
        Map<PortRef, Wire> fewer = new LinkedHashMap<>(wiresByInput);
        fewer.remove(input);
        return new Amalgamation(nodes, fewer, layout);
    }

    Amalgamation moved(Map<NodeId, Position> to) {
        Map<NodeId, Position> places = new HashMap<>(layout);
        places.putAll(to);
        return new Amalgamation(nodes, wiresByInput, places);
    }

    Amalgamation renamed(NodeId from, NodeId to) {
        Map<NodeId, Node> named = new LinkedHashMap<>();
        nodes.forEach((id, node) -> named.put(id.equals(from) ? to : id, id.equals(from) ? node.named(to) : node));
        Map<PortRef, Wire> wires = new LinkedHashMap<>();
        for (Wire wire : wiresByInput.values()) {
            Wire changed = new Wire(renamed(wire.from(), from, to), renamed(wire.to(), from, to));
            wires.put(changed.to(), changed);
        }
        Map<NodeId, Position> places = new HashMap<>(layout);
        Optional.ofNullable(places.remove(from)).ifPresent(place -> places.put(to, place));
        return new Amalgamation(named, wires, places);
    }

    private static PortRef renamed(PortRef port, NodeId from, NodeId to) {
        return port.node().equals(from) ? new PortRef(to, port.port()) : port;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Amalgamation that
                && nodes.equals(that.nodes)
                && wiresByInput.equals(that.wiresByInput)
                && layout.equals(that.layout);
    }

    @Override
    public int hashCode() {
        return Objects.hash(nodes, wiresByInput, layout);
    }

    @Override
    public String toString() {
        return new TreeMap<>(nodes).values() + " " + wiresByInput.values();
    }
}
