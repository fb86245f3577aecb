package dev.amalgam.compile;

import static java.util.Objects.requireNonNull;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Lowering;
import dev.amalgam.onnx.Assembled;
import dev.amalgam.onnx.Form;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lowers nodes into one graph, each under its own name scope. Used for one node and for all of them alike. */
final class Lower {
    private final Typing typing;
    private final Amalgamation graph;
    private final Components components;
    private final GraphBuilder builder;
    private final Map<PortRef, Ref> given = new HashMap<>();
    private final Map<PortRef, Ref> refs = new HashMap<>();
    private final DimNames dims = new DimNames();
    private final List<NodeId> nodes = new ArrayList<>();
    private final Map<String, NodeId> scopes = new HashMap<>();
    private final List<Spliced> spliced = new ArrayList<>();
    private final boolean turning;

    private record Spliced(NodeId node, String scope, Lowering.Spliced model) {
        Joined.Component in(Assembled whole) {
            Map<String, Optional<String>> inputs = new LinkedHashMap<>();
            model.inputs().forEach((name, ref) -> inputs.put(name, whole.name(ref)));
            Map<String, String> taps = new LinkedHashMap<>();
            model.taps().forEach((name, ref) -> whole.name(ref).ifPresent(tensor -> taps.put(name, tensor)));
            return new Joined.Component(node, scope, model.setting(), model.model(), inputs, taps);
        }
    }

    /** @param turning whether dials become inputs of the model instead of constants */
    Lower(String name, Typing typing, boolean turning) {
        this.turning = turning;
        this.typing = typing;
        this.graph = typing.graph();
        this.components = typing.components();
        this.builder = new GraphBuilder(name);
    }

    /** Makes what flows into an input of a node an input of the model. */
    void input(String name, PortRef to, TensorType type) {
        given.put(to, builder.input(name, dims.unique(type)));
    }

    /**
     * Adds a node whose inputs are all here.
     *
     * @param scope the prefix of all names inside
     * @param feedName the model's input, where the node is a source
     */
    void node(TypedNode typed, String scope, String feedName) throws LoweringException {
        nodes.add(typed.id());
        if (typed.isBypassed()) {
            bypassed(typed, builder.scope(scope));
            return;
        }
        try {
            Optional<Ref> feed = typed.feed().isPresent()
                    ? Optional.of(builder.input(feedName, dims.unique(shipped(mainType(typed)))))
                    : Optional.empty();
            Scope own = builder.scope(scope);
            scopes.put(own.path(), typed.id());
            Lowering lowering = new Lowering(
                    own,
                    typed.chosen(),
                    components,
                    incoming(typed),
                    types(typed.inputs()),
                    types(typed.outputs()),
                    feed,
                    dials(typed, own));
            typed.kind().lower(lowering);
            lowering.spliced().ifPresent(model -> spliced.add(new Spliced(typed.id(), own.path(), model)));
            lowering.outputs().forEach((port, ref) -> refs.put(new PortRef(typed.id(), port), ref));
        } catch (KindException e) {
            throw new LoweringException(typed.id(), e);
        }
    }

    private Map<String, Ref> dials(TypedNode typed, Scope scope) throws KindException {
        Map<String, Ref> refs = new LinkedHashMap<>();
        typed.dials(components)
                .forEach((name, number) -> refs.put(
                        name, turning ? builder.input(Region.dial(name), number.type()) : scope.constant(number)));
        return refs;
    }

    private void bypassed(TypedNode typed, Scope scope) {
        Map<String, Ref> incoming = incoming(typed);
        typed.passed()
                .forEach((output, input) -> refs.put(
                        new PortRef(typed.id(), output), scope.op("Identity", requireNonNull(incoming.get(input)))));
    }

    /** Makes a tensor an output of the model. */
    void output(String name, PortRef port, TensorType type) {
        Ref ref = refs.get(port);
        if (ref == null) {
            throw new IllegalStateException("the kind of '" + port.node() + "' gave no output '" + port.port() + "'");
        }
        builder.output(name, ref, dims.unique(shipped(type)));
    }

    OnnxModel build() throws LoweringException {
        return join(Form.INLINED).model();
    }

    /** The model, and where the components are in it. */
    Joined join(Form form) throws LoweringException {
        try {
            Assembled assembled = builder.assemble(form);
            return new Joined(
                    assembled.model(),
                    nodes,
                    spliced.stream().map(it -> it.in(assembled)).toList());
        } catch (OnnxException e) {
            throw new LoweringException(e, owner(e.node()));
        }
    }

    /** The node of the canvas that an operator was lowered from. */
    private Optional<NodeId> owner(String operator) {
        return scopes.entrySet().stream()
                .filter(scope -> operator.startsWith(scope.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** By itself a node takes what comes; as it ships it takes what all of them need. */
    private TensorType shipped(TensorType type) {
        return turning ? type : typing.settled(type);
    }

    private static TensorType mainType(TypedNode typed) {
        return typed.outputs().firstEntry().getValue().type();
    }

    private Map<String, Ref> incoming(TypedNode typed) {
        Map<String, Ref> incoming = new LinkedHashMap<>();
        for (Wire wire : graph.wiresInto(typed.id())) {
            Ref ref = given.getOrDefault(wire.to(), refs.get(wire.from()));
            if (ref == null) {
                throw new IllegalStateException("'" + wire.from() + "' is not lowered before '" + wire.to() + "'");
            }
            incoming.put(wire.to().port(), ref);
        }
        return incoming;
    }

    private static Map<String, TensorType> types(Map<String, PortType> ports) {
        Map<String, TensorType> types = new LinkedHashMap<>();
        ports.forEach((port, type) -> types.put(port, type.type()));
        return types;
    }
}
