package dev.amalgam.desk;

import dev.amalgam.compile.PortType;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.Signature.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds nodes that make an output fit an input that it does not fit by itself. */
public final class Adapters {
    private final Typing typing;
    private final PortRef from;
    private final PortRef to;
    private final Position at;

    private Adapters(Typing typing, PortRef from, PortRef to, Position at) {
        this.typing = typing;
        this.from = from;
        this.to = to;
        this.at = at;
    }

    /**
     * A node between an output and an input that fits both, as a trial has proved.
     *
     * @param title of its kind, for people
     * @param detail what is chosen for it, for people; empty where all is as it comes
     * @param edit puts it there with its two wires, as one step; a wire that the input had gives way
     */
    public record Adapter(String title, String detail, Edit edit) {}

    /**
     * All that would help, one for each way; none where the wire can be drawn as it is or nothing helps.
     *
     * @param at where the adapter's card is to stand
     */
    public static List<Adapter> between(Typing typing, PortRef from, PortRef to, Position at) {
        return new Adapters(typing, from, to, at).all();
    }

    private List<Adapter> all() {
        Optional<PortType> given = typing.output(from);
        Optional<Input> wanted =
                typing.node(to.node()).flatMap(node -> node.signature().input(to.port()));
        if (given.isEmpty()
                || wanted.isEmpty()
                || typing.refuse(typing.graph(), from, to).isEmpty()) {
            return List.of();
        }
        Map<String, Adapter> found = new LinkedHashMap<>();
        for (Remedy remedy : Remedy.of(given.get().type(), wanted.get().type())) {
            if (!found.containsKey(remedy.way())) {
                typing.catalogue()
                        .kind(remedy.kind())
                        .flatMap(kind -> proved(remedy, kind))
                        .ifPresent(adapter -> found.put(remedy.way(), adapter));
            }
        }
        return List.copyOf(found.values());
    }

    private Optional<Adapter> proved(Remedy remedy, Kind kind) {
        NodeId id = Names.fresh(kind.about().title(), typing.graph());
        return ports(remedy, kind)
                .map(ports -> insert(new Node(id, kind.name(), remedy.settings()), kind, ports))
                .filter(edit -> works(edit, id))
                .map(edit -> new Adapter(kind.about().title(), remedy.detail(), edit));
    }

    private Optional<Signature> ports(Remedy remedy, Kind kind) {
        try {
            return Optional.of(kind.signature(kind.schema().choose(remedy.settings()), typing.components()));
        } catch (KindException e) {
            return Optional.empty();
        }
    }

    private Edit insert(Node node, Kind kind, Signature ports) {
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Add(node, at));
        typing.graph().wireInto(to).ifPresent(_ -> edits.add(new Edit.Disconnect(to)));
        edits.add(new Edit.Connect(
                from, new PortRef(node.id(), ports.inputs().getFirst().name())));
        edits.add(new Edit.Connect(
                new PortRef(node.id(), ports.outputs().getFirst().name()), to));
        return new Edit.Batch("Insert " + kind.about().title(), edits);
    }

    private boolean works(Edit edit, NodeId adapter) {
        return switch (new Edits(typing).apply(typing.graph(), edit)) {
            case Outcome.Refused _ -> false;
            case Outcome.Applied(Amalgamation after) ->
                typing.next(after).problems().stream()
                        .noneMatch(
                                problem -> problem.isError() && problem.node().equals(Optional.of(adapter)));
        };
    }
}
