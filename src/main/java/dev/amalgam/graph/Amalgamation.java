package dev.amalgam.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
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
    private volatile Index index;

    /** Neighbours and order, found when first asked for. */
    private record Index(Map<NodeId, List<Wire>> into, Map<NodeId, List<Wire>> outOf, List<NodeId> order) {
        static final Index NOT_YET = new Index(Map.of(), Map.of(), List.of());
    }

    Amalgamation(Map<NodeId, Node> nodes, Map<PortRef, Wire> wiresByInput, Map<NodeId, Position> layout) {
        this(
                Collections.unmodifiableSequencedMap(new LinkedHashMap<>(nodes)),
                Collections.unmodifiableMap(new LinkedHashMap<>(wiresByInput)),
                Map.copyOf(layout),
                Index.NOT_YET);
    }

    /** Shares what it is given, so that revisions share what an edit left alone. */
    private Amalgamation(
            SequencedMap<NodeId, Node> nodes,
            Map<PortRef, Wire> wiresByInput,
            Map<NodeId, Position> layout,
            Index index) {
        this.nodes = nodes;
        this.wiresByInput = wiresByInput;
        this.layout = layout;
        this.index = index;
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

    /** The wires into a node, in the order of their inputs' names. */
    public List<Wire> wiresInto(NodeId node) {
        return index().into.getOrDefault(node, List.of());
    }

    /** The wires out of a node, in the order of the nodes and inputs they go to. */
    public List<Wire> wiresOutOf(NodeId node) {
        return index().outOf.getOrDefault(node, List.of());
    }

    /** Where a node's card stands; the origin where nobody said. */
    public Position position(NodeId node) {
        return layout.getOrDefault(node, new Position(0, 0));
    }

    /** All nodes so that each comes after those it depends on; of those that may come next, the one added first does. */
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
        // The order in which wires were drawn must not show in what is computed from them.
        into.replaceAll((_, wires) -> wires.stream().sorted().toList());
        outOf.replaceAll((_, wires) -> wires.stream().sorted().toList());
        return new Index(into, outOf, sorted(into, outOf));
    }

    /** Kahn's algorithm (1962). */
    private List<NodeId> sorted(Map<NodeId, List<Wire>> into, Map<NodeId, List<Wire>> outOf) {
        Map<NodeId, Integer> added = new HashMap<>();
        nodes.keySet().forEach(id -> added.put(id, added.size()));
        Map<NodeId, Integer> waiting = new HashMap<>();
        into.forEach((id, wires) -> waiting.put(id, wires.size()));
        PriorityQueue<NodeId> ready = new PriorityQueue<>(Comparator.comparing(added::get));
        nodes.keySet().stream().filter(id -> !waiting.containsKey(id)).forEach(ready::add);
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
        return new Amalgamation(
                with(nodes, node), wiresByInput, with(layout, Map.of(node.id(), position)), Index.NOT_YET);
    }

    Amalgamation replace(Node node) {
        return new Amalgamation(with(nodes, node), wiresByInput, layout, index);
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
        return new Amalgamation(nodes, Collections.unmodifiableMap(more), layout, Index.NOT_YET);
    }

    Amalgamation withoutWireInto(PortRef input) {
        if (!wiresByInput.containsKey(input)) {
            return this;
        }
        Map<PortRef, Wire> fewer = new LinkedHashMap<>(wiresByInput);
        fewer.remove(input);
        return new Amalgamation(nodes, Collections.unmodifiableMap(fewer), layout, Index.NOT_YET);
    }

    Amalgamation moved(Map<NodeId, Position> to) {
        return new Amalgamation(nodes, wiresByInput, with(layout, to), index);
    }

    private static SequencedMap<NodeId, Node> with(Map<NodeId, Node> nodes, Node node) {
        SequencedMap<NodeId, Node> more = new LinkedHashMap<>(nodes);
        more.put(node.id(), node);
        return Collections.unmodifiableSequencedMap(more);
    }

    private static Map<NodeId, Position> with(Map<NodeId, Position> layout, Map<NodeId, Position> changed) {
        Map<NodeId, Position> places = new HashMap<>(layout);
        places.putAll(changed);
        return Map.copyOf(places);
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
