package dev.amalgam.ui.canvas;

import dev.amalgam.compile.PortType;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.NodeState;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Signature.Input;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.look.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts what is known of a node into the words of its card. */
final class Cards {
    private final Typing typing;

    Cards(Typing typing) {
        this.typing = typing;
    }

    Card of(Node node, List<Problem> problems, NodeState state) {
        Optional<TypedNode> typed = typing.node(node.id());
        List<String> troubles = new ArrayList<>();
        problems.forEach(problem -> troubles.add(problem.message() + ". " + problem.remedy() + "."));
        state.trouble().ifPresent(it -> troubles.add(it.sentence() + ". " + it.remedy() + "."));
        boolean broken = state.trouble().isPresent() || problems.stream().anyMatch(Problem::isError);
        return new Card(
                node.id(),
                Facts.of(node, typed, state),
                typed.map(this::inputs).orElseGet(() -> wired(node.id(), true)),
                typed.map(it -> outputs(it, state)).orElseGet(() -> wired(node.id(), false)),
                typed.map(it -> Slot.of(it, typing.components())).orElse(Slot.NONE),
                state.status(),
                Facts.time(state),
                troubles,
                broken);
    }

    private List<Port> inputs(TypedNode typed) {
        return typed.signature().inputs().stream()
                .map(input -> input(typed, input))
                .toList();
    }

    private static Port input(TypedNode typed, Input input) {
        Optional<PortType> actual = Optional.ofNullable(typed.inputs().get(input.name()));
        Optional<Representation> only = input.accepts().size() == 1
                ? Optional.of(Glyph.usual(input.accepts().iterator().next()))
                : Optional.empty();
        return new Port(
                new PortRef(typed.id(), input.name()),
                true,
                actual.map(it -> it.type().shape().toString()).orElse(""),
                actual.map(it -> it.type().toString())
                        .orElse("takes " + input.type() + (input.optional() ? ", may stay open" : "")),
                actual.map(PortType::representation).or(() -> only));
    }

    private static List<Port> outputs(TypedNode typed, NodeState state) {
        return typed.outputs().entrySet().stream()
                .map(it -> output(typed.id(), it, state.outputs().get(it.getKey())))
                .toList();
    }

    /** The sizes that were observed say more than those that were inferred. */
    private static Port output(
            NodeId node, Map.Entry<String, PortType> port, @org.jspecify.annotations.Nullable Tensor value) {
        var type = value == null ? port.getValue().type() : value.type();
        Representation representation = port.getValue().representation();
        String shape = type.shape().toString();
        return new Port(new PortRef(node, port.getKey()), false, shape, type.toString(), Optional.of(representation));
    }

    /** The ports of a node that could not say them, as far as its wires tell. */
    private List<Port> wired(NodeId node, boolean input) {
        Stream<PortRef> ports = input
                ? typing.graph().wiresInto(node).stream().map(Wire::to)
                : typing.graph().wiresOutOf(node).stream().map(Wire::from);
        return ports.distinct()
                .sorted()
                .map(ref -> new Port(ref, input, "", "of a type that is not known yet", Optional.empty()))
                .toList();
    }
}
