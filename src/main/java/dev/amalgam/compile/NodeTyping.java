package dev.amalgam.compile;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Refusal;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.Signature.Input;
import dev.amalgam.kind.Signature.Output;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.DimVariable;
import dev.amalgam.tensor.TensorType;
import dev.amalgam.tensor.Unifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Finds the types of one node from the types of what flows in. */
final class NodeTyping {
    /**
     * What is known of a node.
     *
     * @param typed its ports, empty where the kind could not say them
     * @param problems what stands against it
     * @param sizes what it makes of sizes that come in open
     */
    record Result(Optional<TypedNode> typed, List<Problem> problems, List<SizeNeed> sizes) {
        Result {
            problems = List.copyOf(problems);
            sizes = List.copyOf(sizes);
        }

        Result(Optional<TypedNode> typed, List<Problem> problems) {
            this(typed, problems, List.of());
        }
    }

    /**
     * What comes through a wire.
     *
     * @param wire the wire
     * @param type what it carries; empty where that is not known or the node above has no such output
     * @param refusal why it carries nothing although the ports of the node above are known
     * @param sound whether the node above can be lowered
     */
    record Incoming(Wire wire, Optional<PortType> type, Optional<Refusal> refusal, boolean sound) {}

    static final String TOO_LARGE = "The tensors are larger than can be counted";
    static final String SMALLER = "Choose smaller sizes";

    private final Node node;
    private final List<Problem> problems = new ArrayList<>();
    private final List<SizeNeed> sizes = new ArrayList<>();

    private NodeTyping(Node node) {
        this.node = node;
    }

    static Result infer(Node node, Optional<Kind> kind, Components components, List<Incoming> incoming) {
        return new NodeTyping(node).infer(kind, components, incoming);
    }

    private Result infer(Optional<Kind> kind, Components components, List<Incoming> incoming) {
        if (kind.isEmpty()) {
            error(
                    "unknown-kind",
                    "",
                    "The kind '" + node.kind() + "' is not known here",
                    "Update Amalgam, or replace the node");
            return new Result(Optional.empty(), problems);
        }
        try {
            Chosen chosen = kind.get().schema().choose(node.settings());
            Signature signature = signature(kind.get(), chosen, components, incoming);
            TypedNode typed = typed(kind.get(), chosen, signature, incoming);
            return new Result(Optional.of(typed), problems, sizes);
        } catch (KindException e) {
            error(e.code(), e.setting(), e.getMessage(), e.remedy());
            return new Result(Optional.empty(), problems);
        } catch (ArithmeticException e) {
            error("too-large", "", TOO_LARGE, SMALLER);
            return new Result(Optional.empty(), problems);
        }
    }

    /** Where only what comes in stands against the node, its ports are known all the same. */
    private Signature signature(Kind kind, Chosen chosen, Components components, List<Incoming> incoming)
            throws KindException {
        Map<String, TensorType> types = new LinkedHashMap<>();
        for (Incoming in : incoming) {
            in.type().ifPresent(type -> types.put(in.wire().to().port(), type.type()));
        }
        try {
            return kind.signature(chosen, components, types);
        } catch (KindException e) {
            Signature signature = kind.signature(chosen, components);
            error(e.code(), e.setting(), e.getMessage(), e.remedy());
            return signature;
        }
    }

    private TypedNode typed(Kind kind, Chosen chosen, Signature signature, List<Incoming> incoming) {
        Unifier unifier = new Unifier();
        Map<String, PortType> inputs = new LinkedHashMap<>();
        boolean upstream = true;
        for (Incoming in : incoming) {
            upstream &= in.sound();
            join(unifier, signature, in)
                    .ifPresent(type -> inputs.put(in.wire().to().port(), type));
        }
        for (Input input : signature.inputs()) {
            if (!input.optional()
                    && incoming.stream().noneMatch(in -> in.wire().to().port().equals(input.name()))) {
                String message =
                        "The input '" + input.name() + "' needs " + input.type() + ", and nothing is connected";
                error("missing-input", input.name(), message, "Connect an output to it");
            }
        }
        need(unifier, inputs);
        boolean sound = upstream && problems.stream().noneMatch(Problem::isError);
        return new TypedNode(
                node,
                kind,
                chosen,
                signature,
                inputs,
                outputs(unifier, signature, new Meanings(incoming, inputs)),
                new LinkedHashMap<>(),
                sound);
    }

    private void need(Unifier unifier, Map<String, PortType> inputs) {
        Set<DimVariable> seen = new HashSet<>();
        inputs.forEach((port, type) -> {
            for (Dim dim : type.type().shape().dims()) {
                dim.terms().keySet().stream().filter(seen::add).forEach(size -> {
                    Dim value = unifier.resolve(Dim.of(size));
                    if (!value.equals(Dim.of(size))) {
                        sizes.add(new SizeNeed(size, value, new PortRef(node.id(), port)));
                    }
                });
            }
        });
    }

    private Optional<PortType> join(Unifier unifier, Signature signature, Incoming in) {
        PortRef to = in.wire().to();
        Optional<Refusal> unknown = Fit.noInput(signature, to).or(in::refusal);
        if (unknown.isPresent() || in.type().isEmpty()) {
            // Where only the type is missing, what is wrong is told once, at the node above.
            unknown.ifPresent(refusal -> error("unknown-port", to.port(), refusal));
            return Optional.empty();
        }
        Input input = signature.input(to.port()).orElseThrow();
        Fit.check(unifier, in.wire(), in.type().get(), input)
                .ifPresent(refusal -> error("types-disagree", to.port(), refusal));
        return in.type();
    }

    private SequencedMap<String, PortType> outputs(Unifier unifier, Signature signature, Meanings meanings) {
        SequencedMap<String, PortType> outputs = new LinkedHashMap<>();
        for (Output output : signature.outputs()) {
            TensorType type = unifier.resolve(output.type().scoped(node.id().name()));
            outputs.put(output.name(), new PortType(type, meanings.of(output.meaning())));
        }
        return outputs;
    }

    private void error(String code, String port, Refusal refusal) {
        error(code, port, refusal.sentence(), refusal.remedy());
    }

    private void error(String code, String port, String message, String remedy) {
        problems.add(Problem.error(code, node.id(), port, message, remedy));
    }

    static List<Incoming> incoming(Amalgamation graph, Node node, Map<?, Result> known) {
        return graph.wiresInto(node.id()).stream()
                .map(wire -> incoming(
                        wire, Optional.ofNullable(known.get(wire.from().node())).flatMap(Result::typed)))
                .toList();
    }

    private static Incoming incoming(Wire wire, Optional<TypedNode> source) {
        return new Incoming(
                wire,
                source.map(typed -> typed.outputs().get(wire.from().port())),
                source.flatMap(typed -> Fit.noOutput(typed, wire.from())),
                source.map(TypedNode::sound).orElse(false));
    }
}
