package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the lowest operator sets in which nodes of several dialects can stand together. */
final class Target {
    /** The lowest that ONNX Runtime promises to read; a model that is older still stays as it is. */
    private static final int LOWEST = 7;

    private Target() {}

    static SortedMap<String, Integer> of(List<Entry> entries, Collection<FunctionPool.Pooled> functions) {
        SortedMap<String, Integer> target = new TreeMap<>();
        target.put(
                "",
                entries.stream().mapToInt(entry -> entry.dialect().version("")).reduce(LOWEST, Math::min));
        entries.forEach(entry -> add(List.of(entry.node()), entry.dialect(), target));
        functions.forEach(function -> add(function.function().getNodeList(), function.dialect(), target));
        return target;
    }

    private static void add(List<NodeProto> nodes, Dialect dialect, SortedMap<String, Integer> target) {
        Graphs.forEachNode(nodes, node -> {
            String domain = Dialect.domain(node.getDomain());
            if (!domain.equals(FunctionPool.DOMAIN)) {
                target.merge(domain, dialect.since(domain, node.getOpType()), Math::max);
            }
        });
    }
}
