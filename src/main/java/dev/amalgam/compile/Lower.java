package dev.amalgam.compile;

import static java.util.Objects.requireNonNull;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Lowering;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.tensor.TensorType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lowers nodes into one graph, each under its own name scope. Used for one node and for all of them alike. */
final class Lower {
    private final Amalgamation graph;
    private final Components components;
    private final GraphBuilder builder;
    private final Map<PortRef, Ref> given = new HashMap<>();
    private final Map<PortRef, Ref> refs = new HashMap<>();
    private final DimNames dims = new DimNames();
    private final boolean turning;

    /** @param turning whether dials become inputs of the model instead of constants */
    Lower(String name, Typing typing, boolean turning) {
        this.turning = turning;
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
        if (typed.isBypassed()) {
            bypassed(typed, builder.scope(scope));
            return;
        }
        try {
            Optional<Ref> feed = typed.feed().isPresent()
                    ? Optional.of(builder.input(feedName, dims.unique(mainType(typed))))
                    : Optional.empty();
            Scope own = builder.scope(scope);
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
        builder.output(name, ref, dims.unique(type));
    }

    OnnxModel build() throws LoweringException {
        try {
            return builder.build();
        } catch (OnnxException e) {
            throw new LoweringException(e);
        }
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
