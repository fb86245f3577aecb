package dev.amalgam.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * An amalgamation in the making: from its parts, as a file has them, or from another one and what an {@link Edit} changes.
 * Each step checks what it can see by itself; that no circle is closed is checked once, by {@link #done}. So thousands of
 * nodes are opened or pasted without a pause.
 */
public final class Assembly {
    private static final Position ORIGIN = new Position(0, 0);

    private final Amalgamation start;
    private final Draft<NodeId, Node> nodes;
    private final Draft<PortRef, Wire> wires;
    private final Draft<NodeId, Position> places;
    private final Draft<NodeId, Look> looks;
    private final Draft<NoteId, Note> notes;
    private Execution execution;
    private final List<Wire> drawn = new ArrayList<>();
    private boolean rewired;

    /** Begins with nothing. */
    public Assembly() {
        this(Amalgamation.EMPTY);
    }

    Assembly(Amalgamation start) {
        this.start = start;
        this.nodes = new Draft<>(start.nodesById());
        this.wires = new Draft<>(start.wiresByInput());
        this.places = new Draft<>(start.drawing().places());
        this.looks = new Draft<>(start.drawing().looks());
        this.notes = new Draft<>(start.drawing().notes());
        this.execution = start.execution();
    }

    /** Takes a node, unless its name is taken. */
    public Optional<Refusal> add(Node node) {
        if (nodes.now().containsKey(node.id())) {
            return Optional.of(new Refusal.NameTaken(node.id()));
        }
        rewired = true;
        nodes.toChange().put(node.id(), node);
        return Optional.empty();
    }

    /** Takes a wire between nodes that were added before, unless its input is taken. */
    public Optional<Refusal> connect(Wire wire) {
        return unknown(wire.from().node()).or(() -> unknown(wire.to().node())).or(() -> taken(wire));
    }

    private Optional<Refusal> taken(Wire wire) {
        Optional<Wire> there = Optional.ofNullable(wires.now().get(wire.to()));
        if (there.isEmpty()) {
            rewired = true;
            wires.toChange().put(wire.to(), wire);
            drawn.add(wire);
        }
        return there.map(by -> new Refusal.InputTaken(wire.to(), by.from()));
    }

    /** Says where the card of a node that was added before stands. */
    public Optional<Refusal> place(NodeId node, Position position) {
        return unless(unknown(node), () -> places.toChange().put(node, position));
    }

    /** Says how the card of a node that was added before is drawn. */
    public Optional<Refusal> restyle(NodeId node, Look look) {
        return unless(unknown(node), () -> {
            if (look.equals(Look.PLAIN)) {
                looks.toChange().remove(node);
            } else {
                looks.toChange().put(node, look);
            }
        });
    }

    /** Says how it is to be run. */
    public void execute(Execution how) {
        execution = how;
    }

    /** Takes a note, in place of the one of that name if there is one. */
    public void annotate(NoteId id, Note note) {
        notes.toChange().put(id, note);
    }

    Optional<Refusal> erase(NoteId id) {
        boolean unknown = !notes.now().containsKey(id);
        return unless(
                unknown ? Optional.of(new Refusal.UnknownNote(id)) : Optional.empty(),
                () -> notes.toChange().remove(id));
    }

    Optional<Refusal> remove(Set<NodeId> gone) {
        return unless(gone.stream().flatMap(node -> unknown(node).stream()).findFirst(), () -> {
            rewired = true;
            nodes.toChange().keySet().removeAll(gone);
            places.toChange().keySet().removeAll(gone);
            looks.toChange().keySet().removeAll(gone);
            wires.toChange()
                    .values()
                    .removeIf(wire -> gone.contains(wire.from().node())
                            || gone.contains(wire.to().node()));
        });
    }

    Optional<Refusal> disconnect(PortRef to) {
        return unless(unknown(to.node()), () -> {
            if (wires.now().containsKey(to)) {
                rewired = true;
                wires.toChange().remove(to);
            }
        });
    }

    Optional<Refusal> change(NodeId id, UnaryOperator<Node> change) {
        return unless(unknown(id), () -> nodes.toChange().computeIfPresent(id, (_, node) -> change.apply(node)));
    }

    Optional<Refusal> rename(NodeId from, NodeId to) {
        boolean taken = !from.equals(to) && nodes.now().containsKey(to);
        Optional<Refusal> refusal =
                unknown(from).or(() -> taken ? Optional.of(new Refusal.NameTaken(to)) : Optional.empty());
        return unless(refusal, () -> {
            if (!from.equals(to)) {
                rewired = true;
                rewrite(from, to);
            }
        });
    }

    private void rewrite(NodeId from, NodeId to) {
        UnaryOperator<NodeId> names = id -> id.equals(from) ? to : id;
        UnaryOperator<PortRef> ports = port -> port.node().equals(from) ? new PortRef(to, port.port()) : port;
        UnaryOperator<Wire> ends =
                wire -> wire.joins(from) ? new Wire(ports.apply(wire.from()), ports.apply(wire.to())) : wire;
        nodes.rewrite(names, node -> node.id().equals(from) ? node.named(to) : node);
        wires.rewrite(ports, ends);
        places.rewrite(names, UnaryOperator.identity());
        looks.rewrite(names, UnaryOperator.identity());
        drawn.replaceAll(ends);
    }

    private Optional<Refusal> unknown(NodeId node) {
        return nodes.now().containsKey(node) ? Optional.empty() : Optional.of(new Refusal.UnknownNode(node));
    }

    private static Optional<Refusal> unless(Optional<Refusal> refusal, Runnable step) {
        if (refusal.isEmpty()) {
            step.run();
        }
        return refusal;
    }

    /** The wires that were connected here and are still there. */
    List<Wire> drawn() {
        return drawn.stream()
                .filter(wire -> wire.equals(wires.now().get(wire.to())))
                .toList();
    }

    /** The whole, unless its wires close a circle. */
    public Outcome done() {
        if (places.now().size() < nodes.now().size()) {
            nodes.now().keySet().forEach(node -> places.toChange().putIfAbsent(node, ORIGIN));
        }
        Amalgamation graph = new Amalgamation(
                nodes.done(),
                wires.done(),
                execution,
                new Drawing(places.done(), looks.done(), notes.done()),
                rewired ? null : start.knownNeighbours());
        return drawn.isEmpty() || graph.order().size() == graph.nodes().size()
                ? new Outcome.Applied(graph)
                : new Outcome.Refused(circle(graph));
    }

    private Refusal circle(Amalgamation graph) {
        return drawn.stream()
                .filter(wire -> wire.from().node().equals(wire.to().node())
                        || graph.downstream(wire.to().node())
                                .contains(wire.from().node()))
                .findFirst()
                .map(wire -> new Refusal.WouldCycle(wire.from(), wire.to()))
                .orElseThrow();
    }
}
