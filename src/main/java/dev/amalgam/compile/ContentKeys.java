package dev.amalgam.compile;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Execution;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.tensor.Tensor;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A name for what each node computes: a Merkle hash of kind, settings, the bytes of the files it refers to, and the names of
 * what flows in, and how it is to be run. Ids and positions play no part, so that renaming, moving, pasting and undoing find
 * results again.
 */
public final class ContentKeys {
    private final Components components;
    private final Execution execution;
    private final Map<NodeId, String> keys = new HashMap<>();
    private final Map<NodeId, Problem> problems = new LinkedHashMap<>();
    private final Map<NodeId, String> owns = new HashMap<>();

    private ContentKeys(Components components, Execution execution) {
        this.components = components;
        this.execution = execution;
    }

    /** The keys of all nodes of a typed amalgamation that can be lowered. */
    public static ContentKeys of(Typing typing) {
        return of(typing, Map.of());
    }

    /** The same, where some sources are given other values than their settings say. */
    public static ContentKeys of(Typing typing, Map<NodeId, Tensor> given) {
        ContentKeys result = new ContentKeys(typing.components(), typing.graph().execution());
        for (TypedNode typed : typing.ordered()) {
            if (typed.sound()) {
                result.add(typing.graph(), typed, Optional.ofNullable(given.get(typed.id())));
            }
        }
        return result;
    }

    /** The same for any values of the sources: a name for all that is between the inputs and a node. */
    public static ContentKeys ofModels(Typing typing) {
        ContentKeys result = new ContentKeys(typing.components(), typing.graph().execution());
        for (TypedNode typed : typing.ordered()) {
            if (typed.sound() && typed.isFed()) {
                result.keys.put(
                        typed.id(),
                        new Hasher().text("fed").text(typed.node().kind()).hex());
            } else if (typed.sound()) {
                result.add(typing.graph(), typed, Optional.empty());
            }
        }
        return result;
    }

    private void add(Amalgamation graph, TypedNode typed, Optional<Tensor> given) {
        List<Wire> wires = graph.wiresInto(typed.id());
        if (wires.stream().anyMatch(wire -> port(wire.from()).isEmpty())) {
            return;
        }
        try {
            Hasher hasher = given.isPresent()
                    ? new Hasher()
                            .text("given")
                            .text(given.get().type().toString())
                            .text(given.get().sha256())
                    : new Hasher().text(own(typed));
            // What a source gives is the same on every device.
            if (!wires.isEmpty() && !execution.equals(Execution.STANDARD)) {
                hasher.text(execution.toString());
            }
            for (Wire wire : wires) {
                hasher.text(wire.to().port()).text(port(wire.from()).orElseThrow());
            }
            keys.put(typed.id(), hasher.hex());
        } catch (KindException e) {
            // A file is not there or not what it was: no key here and below, so nothing old is taken for a result.
            problems.put(typed.id(), Problem.error(e.code(), typed.id(), e.setting(), e.getMessage(), e.remedy()));
        }
    }

    /** The nodes that have no key because of a file of their own, and why. */
    public Map<NodeId, Problem> problems() {
        return Collections.unmodifiableMap(problems);
    }

    /** The key of what a node computes; empty where it cannot be lowered. */
    public Optional<String> node(NodeId node) {
        return Optional.ofNullable(keys.get(node));
    }

    /** The key of the tensor at an output; empty where it cannot be computed. */
    public Optional<String> port(PortRef output) {
        return node(output.node()).map(key -> key + ":" + output.port());
    }

    /** A name for a node's lowering: what it does, for inputs of these types. */
    String lowering(TypedNode typed) throws KindException {
        return lowering(typed, own(typed));
    }

    /** The same for the node by itself, where the dials are inputs. */
    String loweringWithDials(TypedNode typed) throws KindException {
        return lowering(typed, hashed(typed, typed.kind().schema().withoutDials(typed.chosen())));
    }

    private static String lowering(TypedNode typed, String own) {
        Hasher hasher = new Hasher().text(own);
        // As the model will declare them: whether two sizes have one name or two counts.
        DimNames dims = new DimNames();
        typed.inputs()
                .forEach((port, type) ->
                        hasher.text(port).text(dims.unique(type.type()).toString()));
        return hasher.hex();
    }

    /** What a node is by itself: its kind and what was chosen for it. */
    private String own(TypedNode typed) throws KindException {
        String known = owns.get(typed.id());
        if (known == null) {
            known = hashed(typed, typed.chosen().values());
            owns.put(typed.id(), known);
        }
        return known;
    }

    private String hashed(TypedNode typed, Map<String, Value> settings) throws KindException {
        if (typed.isBypassed()) {
            return new Hasher().text("bypass").text(typed.passed().toString()).hex();
        }
        Hasher hasher = new Hasher().text(typed.node().kind());
        for (Map.Entry<String, Value> setting : settings.entrySet()) {
            hasher.text(setting.getKey());
            add(hasher, setting.getValue());
        }
        return hasher.hex();
    }

    private void add(Hasher hasher, Value value) throws KindException {
        switch (value) {
            case Value.Flag(boolean on) -> hasher.text(on ? "yes" : "no");
            case Value.Whole(long number) -> hasher.text("whole").text(Long.toString(number));
            case Value.Real(double number) -> hasher.text("real").text(Double.toString(number));
            case Value.Text(String text) -> hasher.text("text").text(text);
            // The bytes count, not where they lie.
            case Value.FileRef file -> hasher.text("file").text(components.sha256(file));
            case Value.Items(List<Value> items) -> {
                hasher.text("items").text(Integer.toString(items.size()));
                for (Value item : items) {
                    add(hasher, item);
                }
            }
            case Value.Fields(var fields) -> {
                hasher.text("fields").text(Integer.toString(fields.size()));
                for (Map.Entry<String, Value> field : fields.entrySet()) {
                    hasher.text(field.getKey());
                    add(hasher, field.getValue());
                }
            }
        }
    }
}
