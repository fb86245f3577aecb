package dev.amalgam.graph;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directed acyclic graph of nodes and wires, with how it is to be run and what is drawn of it: places, looks and notes. Immutable; {@link Edit}s
 * lead to another one. Always whole: each wire joins two nodes that are here, each input has one wire at most, and there is
 * no cycle. That ports exist and types agree is judged above, by kind.
 *
 * <p>Equality is by content; the order in which nodes and notes were added counts for drawing only and not for equality.
 */
public final class Amalgamation {
    /** No nodes. */
    public static final Amalgamation EMPTY = new Amalgamation(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            Execution.STANDARD,
            new Drawing(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>()),
            null);

    private static final Position ORIGIN = new Position(0, 0);

    private final SequencedMap<NodeId, Node> nodes;
    private final SequencedMap<PortRef, Wire> wiresByInput;
    private final Execution execution;
    private final Drawing drawing;
    private volatile @Nullable Neighbours neighbours;

    /** Keeps the maps that it is given, so that revisions share what an edit left alone. */
    Amalgamation(
            SequencedMap<NodeId, Node> nodes,
            SequencedMap<PortRef, Wire> wiresByInput,
            Execution execution,
            Drawing drawing,
            @Nullable Neighbours neighbours) {
        this.nodes = nodes;
        this.wiresByInput = wiresByInput;
        this.execution = execution;
        this.drawing = drawing;
        this.neighbours = neighbours;
    }

    /** All nodes, in the order they were added. */
    public Collection<Node> nodes() {
        return Collections.unmodifiableCollection(nodes.values());
    }

    /** The node of that name. */
    public Optional<Node> node(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** All wires. */
    public Collection<Wire> wires() {
        return Collections.unmodifiableCollection(wiresByInput.values());
    }

    /** The wire into an input. */
    public Optional<Wire> wireInto(PortRef input) {
        return Optional.ofNullable(wiresByInput.get(input));
    }

    /** The wires into a node, in the order of their inputs' names. */
    public List<Wire> wiresInto(NodeId node) {
        return neighbours().into().getOrDefault(node, List.of());
    }

    /** The wires out of a node, in the order of the nodes and inputs they go to. */
    public List<Wire> wiresOutOf(NodeId node) {
        return neighbours().outOf().getOrDefault(node, List.of());
    }

    /** How it is to be run. */
    public Execution execution() {
        return execution;
    }

    /** Where a node's card stands; the origin where nobody said. */
    public Position position(NodeId node) {
        return drawing.places().getOrDefault(node, ORIGIN);
    }

    /** How a node's card is drawn; plain where nobody said. */
    public Look look(NodeId node) {
        return drawing.looks().getOrDefault(node, Look.PLAIN);
    }

    /** What is drawn behind the cards, in the order it was made. */
    public SequencedMap<NoteId, Note> notes() {
        return Collections.unmodifiableSequencedMap(drawing.notes());
    }

    /** All nodes so that each comes after those it depends on; of those that may come next, the one added first does. */
    public List<NodeId> order() {
        return neighbours().order();
    }

    /** All nodes that {@code node} depends on, without itself. */
    public SequencedSet<NodeId> upstream(NodeId node) {
        return reach(node, id -> wiresInto(id).stream().map(wire -> wire.from().node()));
    }

    /** All nodes that depend on {@code node}, without itself. */
    public SequencedSet<NodeId> downstream(NodeId node) {
        return reach(node, id -> wiresOutOf(id).stream().map(wire -> wire.to().node()));
    }

    /** Whether the other computes the same in the same words: all but what is drawn is equal. */
    public boolean meansTheSameAs(Amalgamation other) {
        return this == other
                || (nodes.equals(other.nodes)
                        && wiresByInput.equals(other.wiresByInput)
                        && execution.equals(other.execution));
    }

    private static SequencedSet<NodeId> reach(NodeId start, Function<NodeId, Stream<NodeId>> next) {
        LinkedHashSet<NodeId> reached = new LinkedHashSet<>();
        Deque<NodeId> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            next.apply(open.pop()).filter(reached::add).forEach(open::push);
        }
        return reached;
    }

    private Neighbours neighbours() {
        Neighbours known = neighbours;
        if (known == null) {
            known = Neighbours.of(nodes.keySet(), wiresByInput.values());
            neighbours = known;
        }
        return known;
    }

    /** Forgets what can be found again, because nobody looks at this revision for now. */
    void rest() {
        neighbours = null;
    }

    SequencedMap<NodeId, Node> nodesById() {
        return nodes;
    }

    SequencedMap<PortRef, Wire> wiresByInput() {
        return wiresByInput;
    }

    Drawing drawing() {
        return drawing;
    }

    /** The neighbours where they are known by now, for an edit that leaves them as they are. */
    @Nullable
    Neighbours knownNeighbours() {
        return neighbours;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Amalgamation that
                && nodes.equals(that.nodes)
                && wiresByInput.equals(that.wiresByInput)
                && execution.equals(that.execution)
                && drawing.equals(that.drawing);
    }

    @Override
    public int hashCode() {
        return Objects.hash(nodes, wiresByInput, execution, drawing);
    }

    @Override
    public String toString() {
        return new TreeMap<>(nodes).values() + " " + wiresByInput.values();
    }
}
