package dev.amalgam.compile;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Refusal;
import dev.amalgam.graph.Wire;
import dev.amalgam.graph.WiringRules;
import dev.amalgam.kind.Catalogue;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.Signature.Input;
import dev.amalgam.tensor.TensorType;
import dev.amalgam.tensor.Unifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types of all ports of an amalgamation and the problems that stand against it. Types flow forward, from sources to
 * results. Immutable; {@link #next} re-infers only what an edit changed and what hangs below that.
 */
public final class Typing implements WiringRules {
    private record Known(Node node, List<NodeTyping.Incoming> incoming, NodeTyping.Result result) {}

    private final Catalogue catalogue;
    private final Components components;
    private final Amalgamation graph;
    private final Map<NodeId, Known> nodes;
    private final List<Problem> problems;
    private final WholeSizes sizes;
    private final Map<NodeId, String> sourceModels = new ConcurrentHashMap<>();

    private Typing(Catalogue catalogue, Components components, Amalgamation graph, Map<NodeId, Known> previous) {
        this.catalogue = catalogue;
        this.components = components;
        this.graph = graph;
        this.nodes = infer(previous);
        this.sizes = new WholeSizes(nodes.values().stream()
                .flatMap(known -> known.result().sizes().stream())
                .toList());
        this.problems = collectProblems();
    }

    /** The types of {@code graph}. */
    public static Typing of(Amalgamation graph, Catalogue catalogue, Components components) {
        return new Typing(catalogue, components, graph, Map.of());
    }

    /** These types where only what is drawn is another. */
    private Typing(Typing before, Amalgamation drawn) {
        this.catalogue = before.catalogue;
        this.components = before.components;
        this.graph = drawn;
        this.nodes = before.nodes;
        this.problems = before.problems;
        this.sizes = before.sizes;
    }

    /** The types of another state of the same amalgamation. */
    public Typing next(Amalgamation changed) {
        return changed.meansTheSameAs(graph)
                ? new Typing(this, changed)
                : new Typing(catalogue, components, changed, nodes);
    }

    /** The same state typed anew, because files have changed or the runtime has told types. */
    public Typing refreshed() {
        return new Typing(catalogue, components, graph, Map.of());
    }

    private Map<NodeId, Known> infer(Map<NodeId, Known> previous) {
        Map<NodeId, NodeTyping.Result> results = new HashMap<>();
        Map<NodeId, Known> found = new LinkedHashMap<>();
        for (NodeId id : graph.order()) {
            Node node = graph.node(id).orElseThrow();
            List<NodeTyping.Incoming> incoming = NodeTyping.incoming(graph, node, results);
            Known before = previous.get(id);
            Known now = before != null
                            && before.node().equals(node)
                            && before.incoming().equals(incoming)
                    ? before
                    : new Known(node, incoming, Modes.infer(node, catalogue.kind(node.kind()), components, incoming));
            results.put(id, now.result());
            found.put(id, now);
        }
        return Collections.unmodifiableMap(found);
    }

    private List<Problem> collectProblems() {
        List<Problem> all = new ArrayList<>();
        nodes.values().forEach(known -> all.addAll(known.result().problems()));
        all.addAll(WholeGraph.problems(this));
        sizes.problem(this).ifPresent(all::add);
        return List.copyOf(all);
    }

    /** The state that these types are of. */
    public Amalgamation graph() {
        return graph;
    }

    /** A type with the sizes that the whole graph needs it to have, as it ships. */
    public TensorType settled(TensorType type) {
        return sizes.settle(type);
    }

    /** The kinds that nodes were looked up in. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The files that nodes refer to. */
    public Components components() {
        return components;
    }

    /** A node's ports; empty where its kind is not known or could not say them. */
    public Optional<TypedNode> node(NodeId id) {
        return Optional.ofNullable(nodes.get(id))
                .flatMap(known -> known.result().typed());
    }

    /** All nodes whose ports are known, each after those it depends on. */
    public List<TypedNode> ordered() {
        return graph.order().stream().flatMap(id -> node(id).stream()).toList();
    }

    /** What an output gives, where that is known. */
    public Optional<PortType> output(PortRef port) {
        return node(port.node()).map(typed -> typed.outputs().get(port.port()));
    }

    interface Naming {
        String name() throws LoweringException;
    }

    /** The name of a source's own model, found once: it depends on nothing but the types, whatever is fed. */
    String sourceModel(NodeId source, Naming naming) throws LoweringException {
        String known = sourceModels.get(source);
        if (known == null) {
            known = naming.name();
            sourceModels.put(source, known);
        }
        return known;
    }

    /** Everything that stands against running or shipping, in the order of the nodes. */
    public List<Problem> problems() {
        return problems;
    }

    /** Whether a problem keeps some node from running. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** Whether a wire may be drawn, judged by the same rules that check a file. */
    @Override
    public Optional<Refusal> refuse(Amalgamation asked, PortRef from, PortRef to) {
        Typing typing = on(asked);
        Optional<TypedNode> source = typing.node(from.node());
        Optional<TypedNode> target = typing.node(to.node());
        // The ports of a node in trouble are not known, so that nothing can be said against its side of a wire yet.
        return source.flatMap(typed -> Fit.noOutput(typed, from))
                .or(() -> target.flatMap(typed -> Fit.noInput(typed.signature(), to)))
                .or(() -> source.isEmpty() || target.isEmpty()
                        ? Optional.empty()
                        : typing.disagreement(new Wire(from, to), target.get()));
    }

    @Override
    public Typing on(Amalgamation asked) {
        return asked == graph ? this : next(asked);
    }

    private Optional<Refusal> disagreement(Wire wire, TypedNode target) {
        PortType out = output(wire.from()).orElseThrow();
        Input input = target.signature().input(wire.to().port()).orElseThrow();
        try {
            Signature signature = target.kind().signature(target.chosen(), components, with(target, input, out));
            return disagreement(wire, target, out, signature.input(input.name()).orElse(input), signature);
        } catch (KindException e) {
            return Optional.of(Fit.disagree(wire, out, input, e.getMessage(), e.remedy()));
        } catch (ArithmeticException e) {
            return Optional.of(Fit.disagree(wire, out, input, NodeTyping.TOO_LARGE, NodeTyping.SMALLER));
        }
    }

    private static Map<String, TensorType> with(TypedNode target, Input input, PortType out) {
        Map<String, TensorType> types = new HashMap<>();
        target.inputs().forEach((port, type) -> types.put(port, type.type()));
        types.put(input.name(), out.type());
        return types;
    }

    private static Optional<Refusal> disagreement(
            Wire wire, TypedNode target, PortType out, Input input, Signature signature) {
        Unifier unifier = new Unifier();
        // The wires already there have their say too: [N,A] and [N,B] must agree on N.
        for (Input other : signature.inputs()) {
            PortType already = target.inputs().get(other.name());
            if (already != null && !other.name().equals(input.name())) {
                unifier.unify(other.type().scoped(target.id().name()), already.type());
            }
        }
        return Fit.check(unifier, wire, out, input);
    }
}
