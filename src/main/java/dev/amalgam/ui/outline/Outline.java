package dev.amalgam.ui.outline;

import dev.amalgam.compile.PortType;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.compare.Deviation;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Signature.Input;
import dev.amalgam.ui.drift.DriftWords;
import dev.amalgam.ui.outline.Entry.OfNode;
import dev.amalgam.ui.outline.Entry.OfPort;
import dev.amalgam.ui.outline.Entry.OfWire;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An amalgamation in words: its nodes as the data flows, below each its ports, below each port its wires. */
final class Outline {
    private final Document.State state;
    private final Function<PortRef, Optional<Deviation>> drift;
    private final Map<NodeId, List<Problem>> problems;

    private Outline(Document.State state, Function<PortRef, Optional<Deviation>> drift) {
        this.state = state;
        this.drift = drift;
        this.problems = state.problems().stream()
                .filter(problem -> problem.node().isPresent())
                .collect(Collectors.groupingBy(problem -> problem.node().orElseThrow()));
    }

    /**
     * The lines of a state of the document.
     *
     * @param drift how far the value of an output is from a reference, where that is known
     */
    static List<Branch> of(Document.State state, Function<PortRef, Optional<Deviation>> drift) {
        Outline outline = new Outline(state, drift);
        return state.graph().order().stream()
                .flatMap(id -> state.graph().node(id).stream())
                .map(outline::node)
                .toList();
    }

    private Branch node(Node node) {
        Optional<TypedNode> typed = state.typing().node(node.id());
        List<Branch> ports = new ArrayList<>();
        inputs(node.id(), typed).forEach(it -> ports.add(input(it, typed)));
        outputs(node.id(), typed).forEach(it -> ports.add(output(it, typed)));
        String kind = state.typing()
                .catalogue()
                .kind(node.kind())
                .map(it -> Texts.say(it.about().title()))
                .orElseGet(() -> Texts.get("canvas.unknown-kind", node.kind()));
        return new Branch(new OfNode(node.id()), node.id().name(), note(kind, node.id()), ports);
    }

    private String note(String kind, NodeId node) {
        List<Problem> its = problems.getOrDefault(node, List.of());
        return its.isEmpty() ? kind : kind + ", " + Texts.say(its.getFirst().message());
    }

    private Branch input(PortRef port, Optional<TypedNode> typed) {
        Optional<Wire> wire = state.graph().wireInto(port);
        Optional<PortType> type =
                typed.flatMap(it -> Optional.ofNullable(it.inputs().get(port.port())));
        String takes = typed.stream()
                .flatMap(it -> it.signature().inputs().stream())
                .filter(it -> it.name().equals(port.port()))
                .map(it -> it.type().toString())
                .findFirst()
                .orElseGet(() -> Texts.get("port.type.unknown"));
        String note = type.map(Outline::words).orElse(takes) + (wire.isEmpty() ? ", " + unconnected() : "");
        List<Branch> wires = wire.stream().map(it -> wire(it, true)).toList();
        return new Branch(new OfPort(port, true), Texts.get("port.input", port.port()), note, wires);
    }

    private Branch output(PortRef port, Optional<TypedNode> typed) {
        String type = typed.flatMap(it -> Optional.ofNullable(it.outputs().get(port.port())))
                .map(Outline::words)
                .orElseGet(() -> Texts.get("port.type.unknown"));
        List<Branch> wires = state.graph().wiresOutOf(port.node()).stream()
                .filter(wire -> wire.from().equals(port))
                .map(wire -> wire(wire, false))
                .toList();
        String note = (wires.isEmpty() ? type + ", " + unconnected() : type) + since(port);
        return new Branch(new OfPort(port, false), Texts.get("port.output", port.port()), note, wires);
    }

    private String since(PortRef port) {
        return drift.apply(port)
                .filter(it -> !it.isEqual())
                .map(it -> ", " + DriftWords.of(it))
                .orElse("");
    }

    private static String unconnected() {
        return Texts.get("inspector.unconnected");
    }

    private static String words(PortType type) {
        return type.representation() + ", " + type.type();
    }

    private static Branch wire(Wire wire, boolean input) {
        OfWire entry = new OfWire(wire, input);
        return new Branch(
                entry, Texts.get(input ? "outline.wire.from" : "outline.wire.to", entry.there()), "", List.of());
    }

    /** The declared inputs, and those that only a wire still tells of. */
    private Set<PortRef> inputs(NodeId node, Optional<TypedNode> typed) {
        Stream<PortRef> declared = typed.stream()
                .flatMap(it -> it.signature().inputs().stream())
                .map(Input::name)
                .map(name -> new PortRef(node, name));
        return both(declared, graph().wiresInto(node).stream().map(Wire::to));
    }

    private Set<PortRef> outputs(NodeId node, Optional<TypedNode> typed) {
        Stream<PortRef> declared =
                typed.stream().flatMap(it -> it.outputs().keySet().stream()).map(name -> new PortRef(node, name));
        return both(declared, graph().wiresOutOf(node).stream().map(Wire::from));
    }

    private static Set<PortRef> both(Stream<PortRef> declared, Stream<PortRef> wired) {
        return Stream.concat(declared, wired).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Amalgamation graph() {
        return state.graph();
    }
}
