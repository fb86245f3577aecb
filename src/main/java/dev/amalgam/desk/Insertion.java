package dev.amalgam.desk;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Signature.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a node into a wire: what the wire carried goes through the node, by its first ports that fit on both sides. */
public final class Insertion {
    private final Typing typing;
    private final Wire wire;

    private Insertion(Typing typing, Wire wire) {
        this.typing = typing;
        this.wire = wire;
    }

    /** What puts a node that is there into a wire, as one step; empty where none of its free ports fit. */
    public static Optional<Edit> of(Typing typing, NodeId node, Wire wire) {
        return new Insertion(typing, wire).edit(node, List.of());
    }

    /** What adds a node and puts it into a wire, as one step; empty where its ports do not fit. */
    public static Optional<Edit> of(Typing typing, Node fresh, Position at, Wire wire) {
        Edit add = new Edit.Add(fresh, at);
        return new Edits(typing).apply(typing.graph(), add) instanceof Outcome.Applied(Amalgamation added)
                ? new Insertion(typing.next(added), wire).edit(fresh.id(), List.of(add))
                : Optional.empty();
    }

    private Optional<Edit> edit(NodeId id, List<Edit> before) {
        boolean isEnd = id.equals(wire.from().node()) || id.equals(wire.to().node());
        return typing.node(id)
                .filter(_ -> !isEnd)
                .flatMap(node -> inputs(node)
                        .flatMap(in -> node.outputs().keySet().stream()
                                .map(out -> List.<Edit>of(
                                        new Edit.Disconnect(wire.to()),
                                        new Edit.Connect(wire.from(), in),
                                        new Edit.Connect(new PortRef(id, out), wire.to()))))
                        .filter(this::fits)
                        .findFirst()
                        .map(through -> new Edit.Batch("Insert " + id, joined(before, through))));
    }

    /** The free inputs that take what the wire carries. */
    private Stream<PortRef> inputs(TypedNode node) {
        return node.signature().inputs().stream()
                .map(Input::name)
                .map(port -> new PortRef(node.id(), port))
                .filter(port -> new Edits(typing)
                        .refuse(typing.graph(), wire.from(), port)
                        .isEmpty());
    }

    private boolean fits(List<Edit> through) {
        return new Edits(typing).apply(typing.graph(), new Edit.Batch("try", through)) instanceof Outcome.Applied;
    }

    private static List<Edit> joined(List<Edit> before, List<Edit> through) {
        List<Edit> all = new ArrayList<>(before);
        all.addAll(through);
        return all;
    }
}
