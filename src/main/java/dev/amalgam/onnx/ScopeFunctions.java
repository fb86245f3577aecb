package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Turns what each scope made into a function under the scope's name, and back. Weights stay in the top graph and are handed to
 * the function, because functions have none and equal ones are to be stored once. In the body all names are without the scope.
 */
final class ScopeFunctions {
    /** The domain of all of them. */
    static final String DOMAIN = "amalgam.node";

    private final Map<String, String> scopes;
    private final Set<String> wanted = new HashSet<>();
    private final UniqueNames names = new UniqueNames();
    private final List<FunctionProto> functions = new ArrayList<>();

    /** @param scopes the scope of each node by the node's name; others stay where they are */
    private ScopeFunctions(Map<String, String> scopes) {
        this.scopes = scopes;
    }

    /** The same model with functions; a scope with one operator stays as it is. */
    static ModelProto fold(ModelProto model, Map<String, String> scopes) {
        return new ScopeFunctions(scopes).fold(model);
    }

    private ModelProto fold(ModelProto model) {
        List<List<NodeProto>> runs = runs(model.getGraph().getNodeList());
        Map<String, Set<Integer>> readers = new HashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            for (NodeProto node : runs.get(i)) {
                for (String name : Graphs.reads(node)) {
                    readers.computeIfAbsent(name, _ -> new HashSet<>()).add(i);
                }
            }
        }
        model.getGraph().getOutputList().forEach(output -> wanted.add(output.getName()));
        List<OperatorSetIdProto> imports = new ArrayList<>(model.getOpsetImportList());
        GraphProto.Builder graph = model.getGraph().toBuilder().clearNode();
        for (int i = 0; i < runs.size(); i++) {
            List<NodeProto> run = runs.get(i);
            if (run.size() == 1) {
                graph.addNode(run.getFirst());
            } else {
                graph.addNode(call(run, i, readers, imports));
            }
        }
        if (functions.isEmpty()) {
            return model;
        }
        imports.add(
                OperatorSetIdProto.newBuilder().setDomain(DOMAIN).setVersion(1).build());
        return model.toBuilder()
                .setGraph(graph)
                .addAllFunctions(functions)
                .clearOpsetImport()
                .addAllOpsetImport(imports)
                .build();
    }

    /** Nodes of one scope that follow each other; a scope is made in one go, so that it is one run. */
    private List<List<NodeProto>> runs(List<NodeProto> nodes) {
        List<List<NodeProto>> runs = new ArrayList<>();
        Optional<String> before = Optional.empty();
        for (NodeProto node : nodes) {
            Optional<String> scope = Optional.ofNullable(scopes.get(node.getName()));
            if (scope.isEmpty() || !scope.equals(before)) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(node);
            before = scope;
        }
        return runs;
    }

    private NodeProto call(
            List<NodeProto> run, int number, Map<String, Set<Integer>> readers, List<OperatorSetIdProto> imports) {
        SequencedSet<String> reads = new LinkedHashSet<>();
        SequencedSet<String> made = new LinkedHashSet<>();
        run.forEach(node -> reads.addAll(Graphs.reads(node)));
        run.forEach(node -> made.addAll(node.getOutputList()));
        made.remove("");
        reads.removeAll(made);
        List<String> given = made.stream()
                .filter(name -> wanted.contains(name)
                        || readers.getOrDefault(name, Set.of()).stream().anyMatch(reader -> reader != number))
                .toList();
        String scope = scopes.get(run.getFirst().getName());
        String function = names.unique(String.valueOf(scope).replaceAll("\\W", "_"));
        functions.add(body(function, String.valueOf(scope), run, reads, made, given, imports));
        return NodeProto.newBuilder()
                .setName(scope)
                .setDomain(DOMAIN)
                .setOpType(function)
                .addAllInput(reads)
                .addAllOutput(given)
                .build();
    }

    private static FunctionProto body(
            String name,
            String scope,
            List<NodeProto> run,
            SequencedSet<String> reads,
            SequencedSet<String> made,
            List<String> given,
            List<OperatorSetIdProto> imports) {
        Within within = new Within(scope + "/", new UniqueNames());
        Map<String, String> own = new HashMap<>();
        reads.forEach(tensor -> own.put(tensor, within.tensor(tensor)));
        made.forEach(tensor -> own.put(tensor, within.tensor(tensor)));
        Renamer renamer = new Renamer(own, within);
        FunctionProto.Builder function =
                FunctionProto.newBuilder().setName(name).setDomain(DOMAIN).addAllOpsetImport(imports);
        reads.forEach(tensor -> function.addInput(own.get(tensor)));
        given.forEach(tensor -> function.addOutput(own.get(tensor)));
        run.forEach(node -> function.addNode(renamer.node(node)));
        return function.build();
    }

    /** The same model with each call of such a function replaced by what it does, under the names from before. */
    static ModelProto unfold(ModelProto model) {
        Functions functions = new Functions(model.getFunctionsList());
        GraphProto.Builder graph = model.getGraph().toBuilder().clearNode();
        for (NodeProto node : model.getGraph().getNodeList()) {
            Optional<FunctionProto> function =
                    node.getDomain().equals(DOMAIN) ? functions.calledBy(node) : Optional.empty();
            if (function.isPresent()) {
                graph.addAllNode(inlined(node, function.get()));
            } else {
                graph.addNode(node);
            }
        }
        return model.toBuilder()
                .setGraph(graph)
                .clearOpsetImport()
                .addAllOpsetImport(model.getOpsetImportList().stream()
                        .filter(set -> !set.getDomain().equals(DOMAIN))
                        .toList())
                .build();
    }

    private static List<NodeProto> inlined(NodeProto call, FunctionProto function) {
        Map<String, String> actual = new HashMap<>();
        Outside outside = new Outside(call.getName() + "/");
        for (NodeProto node : function.getNodeList()) {
            node.getOutputList().forEach(output -> actual.put(output, outside.tensor(output)));
        }
        for (int i = 0; i < function.getOutputCount() && i < call.getOutputCount(); i++) {
            actual.put(function.getOutput(i), call.getOutput(i));
        }
        for (int i = 0; i < function.getInputCount(); i++) {
            actual.put(function.getInput(i), i < call.getInputCount() ? call.getInput(i) : "");
        }
        actual.put("", "");
        Renamer renamer = new Renamer(actual, outside);
        return function.getNodeList().stream().map(renamer::node).toList();
    }

    /** Names without the scope. */
    private record Within(String prefix, UniqueNames unique) implements Renamer.Rules {
        @Override
        public String tensor(String old) {
            return unique.unique(plain(old));
        }

        @Override
        public String node(NodeProto node) {
            return plain(node.getName());
        }

        private String plain(String name) {
            return name.length() > prefix.length() && name.startsWith(prefix) ? name.substring(prefix.length()) : name;
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

    /** Names with the scope. */
    private record Outside(String prefix) implements Renamer.Rules {
        @Override
        public String tensor(String old) {
            return prefix + old;
        }

        @Override
        public String node(NodeProto node) {
            return prefix + node.getName();
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
