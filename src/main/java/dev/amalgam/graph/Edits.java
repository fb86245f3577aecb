package dev.amalgam.graph;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Applies edits. The same code answers whether a wire may be drawn, so the two cannot differ. */
public final class Edits {
    private final WiringRules rules;

    /** Edits under these rules. */
    public Edits(WiringRules rules) {
        this.rules = rules;
    }

    /** The amalgamation after the edit, or why there is none. What a batch connects is judged by how it leaves things. */
    public Outcome apply(Amalgamation graph, Edit edit) {
        return switch (edit) {
            case Edit.Connect(PortRef from, PortRef to) ->
                refuse(graph, from, to)
                        .<Outcome>map(Outcome.Refused::new)
                        .orElseGet(() -> made(graph, edit, WiringRules.ANY));
            default -> made(graph, edit, rules);
        };
    }

    private static Outcome made(Amalgamation graph, Edit edit, WiringRules rules) {
        Assembly assembly = new Assembly(graph);
        return make(assembly, edit)
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> assembly.done().then(after -> judged(after, assembly.drawn(), rules)));
    }

    private static Outcome judged(Amalgamation after, List<Wire> drawn, WiringRules rules) {
        if (drawn.isEmpty()) {
            return new Outcome.Applied(after);
        }
        WiringRules there = rules.on(after);
        return drawn.stream()
                .flatMap(wire -> there.refuse(after, wire.from(), wire.to()).stream())
                .findFirst()
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> new Outcome.Applied(after));
    }

    private static Optional<Refusal> make(Assembly assembly, Edit edit) {
        return switch (edit) {
            case Edit.Add(Node node, Position position) ->
                assembly.add(node).or(() -> assembly.place(node.id(), position));
            case Edit.Remove(Set<NodeId> nodes) -> assembly.remove(nodes);
            case Edit.Connect(PortRef from, PortRef to) -> assembly.connect(new Wire(from, to));
            case Edit.Disconnect(PortRef to) -> assembly.disconnect(to);
            case Edit.Change(NodeId id, String setting, Optional<Value> value) ->
                assembly.change(id, node -> node.with(node.settings().with(setting, value)));
            case Edit.Rename(NodeId from, NodeId to) -> assembly.rename(from, to);
            case Edit.SetMode(Set<NodeId> nodes, Mode mode) ->
                each(nodes, id -> assembly.change(id, node -> node.with(mode)));
            case Edit.Move(Map<NodeId, Position> positions) ->
                each(positions.entrySet(), place -> assembly.place(place.getKey(), place.getValue()));
            case Edit.Restyle(Map<NodeId, Look> looks) ->
                each(looks.entrySet(), look -> assembly.restyle(look.getKey(), look.getValue()));
            case Edit.Annotate(Map<NoteId, Note> notes) -> {
                notes.forEach(assembly::annotate);
                yield Optional.empty();
            }
            case Edit.Execute(Execution how) -> {
                assembly.execute(how);
                yield Optional.empty();
            }
            case Edit.Erase(Set<NoteId> notes) -> each(notes, assembly::erase);
            case Edit.Batch(String _, List<Edit> edits) -> each(edits, step -> make(assembly, step));
        };
    }

    private static <T> Optional<Refusal> each(Collection<T> all, Function<T, Optional<Refusal>> step) {
        return all.stream().flatMap(one -> step.apply(one).stream()).findFirst();
    }

    /** Why a wire may not join these ports, or empty where it may. */
    public Optional<Refusal> refuse(Amalgamation graph, PortRef from, PortRef to) {
        return unknown(graph, from.node())
                .or(() -> unknown(graph, to.node()))
                .or(() -> graph.wireInto(to).map(wire -> new Refusal.InputTaken(to, wire.from())))
                .or(() -> cycle(graph, from, to))
                .or(() -> rules.refuse(graph, from, to));
    }

    private static Optional<Refusal> unknown(Amalgamation graph, NodeId node) {
        return graph.node(node).isPresent() ? Optional.empty() : Optional.of(new Refusal.UnknownNode(node));
    }

    private static Optional<Refusal> cycle(Amalgamation graph, PortRef from, PortRef to) {
        boolean closes =
                from.node().equals(to.node()) || graph.downstream(to.node()).contains(from.node());
        return closes ? Optional.of(new Refusal.WouldCycle(from, to)) : Optional.empty();
    }
}
