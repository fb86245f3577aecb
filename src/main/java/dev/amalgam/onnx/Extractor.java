package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.amalgam.tensor.TensorType;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Takes a component back out of a model that it was joined into: what its taps need from its inputs on, under the names that
 * it had by itself.
 */
final class Extractor implements Renamer.Rules {
    private final ModelProto whole;
    private final String origin;
    private final String prefix;
    private final Map<String, String> names = new HashMap<>();
    private final UniqueNames unique = new UniqueNames();

    /** @param scope the name that stands before all names of the component in the whole */
    Extractor(ModelProto whole, String origin, String scope) {
        this.whole = whole;
        this.origin = origin;
        this.prefix = scope + "/";
    }

    /**
     * @param inputs the component's inputs by their own names, with the tensors of the whole that flow into them; those that
     *     the taps do not need may name none
     * @param types the declared types of inputs, where they are known
     * @param taps the component's tensors by their own names, with those of the whole
     */
    ModelProto extract(Map<String, Optional<String>> inputs, Map<String, TensorType> types, Map<String, String> taps)
            throws OnnxException {
        ModelProto part = new Cutter(whole, origin)
                .cut(inputs.values().stream().flatMap(Optional::stream).toList(), new LinkedHashSet<>(taps.values()));
        inputs.keySet().forEach(unique::unique);
        inputs.forEach((own, tensor) -> tensor.ifPresent(it -> names.putIfAbsent(it, own)));
        GraphProto.Builder graph = GraphProto.newBuilder().setName(prefix.substring(0, prefix.length() - 1));
        taps.forEach((own, tensor) -> {
            if (names.putIfAbsent(tensor, unique.unique(own)) != null) {
                graph.addNode(NodeProto.newBuilder()
                        .setOpType("Identity")
                        .addInput(tensor)
                        .addOutput(own));
            }
        });
        rest(part.getGraph());
        inputs.keySet().forEach(own -> graph.addInput(declaration(own, Optional.ofNullable(types.get(own)))));
        taps.keySet().forEach(own -> graph.addOutput(declaration(own, Optional.empty())));
        copy(part.getGraph(), graph);
        return part.toBuilder()
                .setGraph(graph)
                .clearMetadataProps()
                .clearDocString()
                .build();
    }

    private static ValueInfoProto declaration(String name, Optional<TensorType> type) {
        return type.map(it -> Types.declare(name, it))
                .orElseGet(() -> ValueInfoProto.newBuilder().setName(name).build());
    }

    private void rest(GraphProto part) {
        for (String tensor : new TreeSet<>(Graphs.defined(part))) {
            if (!names.containsKey(tensor)) {
                names.put(tensor, tensor(tensor));
            }
        }
    }

    private void copy(GraphProto part, GraphProto.Builder graph) {
        Renamer renamer = new Renamer(names, this);
        // What passes a tensor on under a second name comes after what makes it.
        var identities = graph.getNodeList();
        graph.clearNode();
        part.getNodeList().forEach(node -> graph.addNode(renamer.node(node)));
        identities.forEach(node -> graph.addNode(node.toBuilder().setInput(0, own(node.getInput(0)))));
        part.getInitializerList().forEach(weight -> graph.addInitializer(renamed(weight)));
        for (int i = 0; i < part.getSparseInitializerCount(); i++) {
            graph.addSparseInitializer(part.getSparseInitializer(i).toBuilder()
                    .setValues(renamed(part.getSparseInitializer(i).getValues())));
        }
    }

    private TensorProto renamed(TensorProto weight) {
        return weight.toBuilder().setName(own(weight.getName())).build();
    }

    private String own(String tensor) {
        return names.getOrDefault(tensor, tensor);
    }

    private String without(String name) {
        return name.startsWith(prefix) && name.length() > prefix.length() ? name.substring(prefix.length()) : name;
    }

    @Override
    public String tensor(String old) {
        return unique.unique(without(old));
    }

    @Override
    public String node(NodeProto node) {
        return without(node.getName());
    }

    @Override
    public String dimension(String old) {
        return without(old);
    }

    @Override
    public NodeProto call(NodeProto node) {
        return node;
    }
}
