package dev.amalgam.desk.cost;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Region;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Source;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.PortRef;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The types of the tensors that a run has shown, by the names that regions have for them. */
final class Seen {
    private final Map<String, TensorType> byKey = new HashMap<>();

    Seen(Typing typing, Regions regions, Function<PortRef, Optional<Tensor>> values) throws LoweringException {
        for (TypedNode node : typing.ordered()) {
            for (String port : node.outputs().keySet()) {
                PortRef ref = new PortRef(node.id(), port);
                regions.keys()
                        .port(ref)
                        .ifPresent(key -> values.apply(ref).ifPresent(value -> byKey.put(key, value.type())));
            }
        }
        for (Source source : regions.sources()) {
            // A source passes on what is fed into it.
            typing.node(source.node())
                    .map(node ->
                            new PortRef(node.id(), node.outputs().firstEntry().getKey()))
                    .flatMap(values)
                    .ifPresent(value -> byKey.put(source.key(), value.type()));
        }
    }

    /** The types of a region's inputs, as far as they were seen. */
    Map<String, TensorType> inputs(Region region) {
        Map<String, TensorType> types = new HashMap<>();
        region.inputs().forEach((name, key) -> {
            Tensor dial = region.dials().get(key);
            TensorType type = dial == null ? byKey.get(key) : dial.type();
            if (type != null) {
                types.put(name, type);
            }
        });
        return types;
    }
}
