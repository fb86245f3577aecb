package dev.amalgam.ui.canvas;

import dev.amalgam.compile.PortType;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.NodeState;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.graph.Look;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Signature.Input;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts what is known of a node into the words of its card. */
final class Cards {
    private final Typing typing;

    Cards(Typing typing) {
        this.typing = typing;
    }

    Card of(Node node, Look look, List<Problem> problems, NodeState state) {
        Optional<TypedNode> typed = typing.node(node.id());
        List<String> troubles = new ArrayList<>();
        problems.forEach(problem -> troubles.add(Texts.say(problem.message(), problem.remedy())));
        boolean failed = state.status() == Status.FAILED;
        // What only waits for a mended node above is no trouble of its own.
        state.trouble().filter(_ -> failed).ifPresent(it -> troubles.add(Texts.say(it.sentence(), it.remedy())));
        if (state.status() == Status.FRESH || state.status() == Status.CACHED) {
            state.findings().forEach(found -> troubles.add(Texts.say(found.message(), found.remedy())));
        }
        boolean broken = failed || problems.stream().anyMatch(Problem::isError);
        return new Card(
                node.id(),
                typed.map(it -> Facts.of(it, state)).orElseGet(() -> List.of(title(node))),
                typed.map(this::inputs).orElseGet(() -> wired(node.id(), true)),
                typed.map(it -> outputs(it, state)).orElseGet(() -> wired(node.id(), false)),
                typed.map(it -> Slot.of(it, typing.components())).orElse(Slot.NONE),
                state.status(),
                typed.filter(it -> it.outputs().isEmpty()).isPresent()
                        ? Facts.mode(node.mode())
                        : Facts.time(node, state),
                troubles,
                broken,
                look,
                node.mode());
    }

    /** A node whose settings or files stand against its ports still is of its kind. */
    private String title(Node node) {
        return typing.catalogue()
                .kind(node.kind())
                .map(kind -> Texts.say(kind.about().title()))
                .orElse(Texts.get("canvas.unknown-kind", node.kind()));
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
                        .orElseGet(
                                () -> Texts.get(input.optional() ? "port.takes.optional" : "port.takes", input.type())),
                actual.map(PortType::representation).or(() -> only),
                input.optional());
    }

    /** A kind with a view of its own has one result, and its further outputs are seldom wired; else all are alike. */
    private List<Port> outputs(TypedNode typed, NodeState state) {
        boolean alike = Slot.isPlain(typed, typing.components());
        List<Port> ports = new ArrayList<>();
        typed.outputs().forEach((name, type) -> {
            PortRef ref = new PortRef(typed.id(), name);
            ports.add(output(ref, type, Optional.ofNullable(state.outputs().get(name)), !alike && !ports.isEmpty()));
        });
        return ports;
    }

    /** The sizes that were observed say more than those that were inferred. */
    private static Port output(PortRef ref, PortType port, Optional<Tensor> value, boolean aside) {
        TensorType type = value.map(Tensor::type).orElse(port.type());
        return new Port(
                ref, false, type.shape().toString(), type.toString(), Optional.of(port.representation()), aside);
    }

    /** The ports of a node that could not say them, as far as its wires tell. */
    private List<Port> wired(NodeId node, boolean input) {
        Stream<PortRef> ports = input
                ? typing.graph().wiresInto(node).stream().map(Wire::to)
                : typing.graph().wiresOutOf(node).stream().map(Wire::from);
        return ports.distinct()
                .sorted()
                .map(ref -> new Port(ref, input, "", Texts.get("port.type.unknown"), Optional.empty(), false))
                .toList();
    }
}
