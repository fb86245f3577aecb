package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns what a builder holds into a model; the builder stays as it is. */
final class Assembler {
    private static final String PRODUCER = "amalgam";

    private final GraphBuilder builder;
    private final UniqueNames tensorNames;
    private final UniqueNames nodeNames;
    private final Set<String> needed = new HashSet<>();
    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> scopes = new HashMap<>();

    Assembler(GraphBuilder builder) {
        this.builder = builder;
        this.tensorNames = builder.tensorNames().copy();
        this.nodeNames = builder.nodeNames().copy();
    }

    Assembled assemble(Form form) throws OnnxException {
        List<Entry> entries = reached();
        Map<String, FunctionPool.Pooled> functions = calledFunctions(entries);
        Target sets = Target.of(entries, functions.values());
        SortedMap<String, Integer> target = sets.versions();
        Upgrade upgrade = new Upgrade(sets, this::constant, tensorNames, nodeNames);
        List<NodeProto> nodes = new ArrayList<>();
        for (Entry entry : entries) {
            for (NodeProto node : upgrade.upgrade(entry.node(), entry.dialect())) {
                nodes.add(node);
                scopes.put(node.getName(), scope(entry.node()));
            }
        }
        ModelProto.Builder model = ModelProto.newBuilder().setProducerName(PRODUCER);
        for (FunctionPool.Pooled function : functions.values()) {
            model.addFunctions(upgraded(function, upgrade, target));
        }
        model.setGraph(graph(nodes)).addAllOpsetImport(imports(target, !functions.isEmpty()));
        builder.metadata()
                .forEach((key, value) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        model.setIrVersion(IrVersion.needed(model.build()));
        ModelProto whole = form == Form.FUNCTIONS ? ScopeFunctions.fold(model.build(), scopes) : model.build();
        OnnxModel built = new OnnxModel(whole, builder.name(), Optional.empty(), Optional.empty(), new WeightHashes());
        return new Assembled(built, builder, needed, exact);
    }

    /** The scope at the top that a node was made in. */
    private static String scope(NodeProto node) {
        int end = node.getName().indexOf('/');
        return end < 0 ? node.getName() : node.getName().substring(0, end);
    }

    private Optional<Tensor> constant(String token) {
        return builder.weights().contains(token)
                ? Tensors.toTensor(builder.weights().get(token))
                : Optional.empty();
    }

    /** What the outputs need, in the order in which it was added, which is topological. */
    private List<Entry> reached() {
        builder.outputs().values().forEach(output -> needed.add(output.token()));
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : builder.entries().reversed()) {
            if (!Collections.disjoint(entry.node().getOutputList(), needed)) {
                needed.addAll(Graphs.reads(entry.node()));
                kept.add(entry);
            }
        }
        return kept.reversed();
    }

    private Map<String, FunctionPool.Pooled> calledFunctions(List<Entry> entries) {
        Set<String> called = new HashSet<>();
        Graphs.forEachNode(entries.stream().map(Entry::node).toList(), node -> addCall(node, called));
        Map<String, FunctionPool.Pooled> functions =
                new TreeMap<>(builder.functions().byName());
        functions.keySet().retainAll(called);
        return functions;
    }

    private void addCall(NodeProto node, Set<String> called) {
        if (node.getDomain().equals(FunctionPool.DOMAIN) && called.add(node.getOpType())) {
            FunctionPool.Pooled function = builder.functions().byName().get(node.getOpType());
            if (function != null) {
                Graphs.forEachNode(function.function().getNodeList(), inner -> addCall(inner, called));
            }
        }
    }

    private static FunctionProto upgraded(
            FunctionPool.Pooled function, Upgrade upgrade, SortedMap<String, Integer> target) throws OnnxException {
        return function.function().toBuilder()
                .clearNode()
                .addAllNode(upgrade.upgrade(function.function().getNodeList(), function.dialect()))
                .clearOpsetImport()
                .addAllOpsetImport(imports(target, true))
                .build();
    }

    private static List<OperatorSetIdProto> imports(SortedMap<String, Integer> target, boolean functions) {
        SortedMap<String, Integer> all = new TreeMap<>(target);
        if (functions) {
            all.put(FunctionPool.DOMAIN, 1);
        }
        List<OperatorSetIdProto> imports = new ArrayList<>();
        all.forEach((domain, version) -> imports.add(OperatorSetIdProto.newBuilder()
                .setDomain(domain)
                .setVersion(version)
                .build()));
        return imports;
    }

    private GraphProto graph(List<NodeProto> nodes) {
        GraphProto.Builder graph = GraphProto.newBuilder().setName(builder.name());
        builder.inputs().forEach((token, input) -> exact.put(token, input.getName()));
        List<NodeProto> identities = nameOutputs();
        displaceOthers();
        Renamer renamer = new Renamer(exact, new FinalNames(exact));
        nodes.forEach(node -> graph.addNode(exact.isEmpty() ? node : renamer.node(node)));
        identities.forEach(node -> graph.addNode(renamer.node(node)));
        graph.addAllInput(builder.inputs().values());
        builder.outputs().values().forEach(output -> graph.addOutput(output.declaration()));
        SortedMap<String, String> weights = new TreeMap<>();
        builder.weights().tokens().stream()
                .filter(needed::contains)
                .forEach(token -> weights.put(exact.getOrDefault(token, token), token));
        weights.forEach((name, token) ->
                graph.addInitializer(builder.weights().get(token).toBuilder().setName(name)));
        return graph.build();
    }

    /** An output gives its name to its tensor; one that has a name to keep is passed on by Identity. */
    private List<NodeProto> nameOutputs() {
        List<NodeProto> identities = new ArrayList<>();
        builder.outputs().forEach((name, output) -> {
            String token = output.token();
            if (exact.containsKey(token) || builder.weights().contains(token)) {
                String passed = tensorNames.unique("output/" + name);
                identities.add(NodeProto.newBuilder()
                        .setOpType("Identity")
                        .setName(nodeNames.unique("output/" + name))
                        .addInput(token)
                        .addOutput(passed)
                        .build());
                token = passed;
            }
            exact.put(token, name);
        });
        return identities;
    }

    /** Tensors that happen to be called as an input or output is must give way. */
    private void displaceOthers() {
        Collection<String> names = new ArrayList<>(new TreeSet<>(exact.values()));
        for (String name : names) {
            if (tensorNames.isTaken(name)) {
                exact.computeIfAbsent(name, tensorNames::unique);
            }
        }
    }

    /** Tokens are unique over all graphs, so the same map holds on every level. */
    private record FinalNames(Map<String, String> exact) implements Renamer.Rules {
        @Override
        public String tensor(String old) {
            return exact.getOrDefault(old, old);
        }

        @Override
        public String node(NodeProto node) {
            return node.getName();
        }

        @Override
        public String dimension(String old) {
            return old;
        }

        @Override
        public NodeProto call(NodeProto node) {
            return node;
        }
    }
}
