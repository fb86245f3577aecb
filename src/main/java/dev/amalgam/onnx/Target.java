package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the lowest operator sets in which nodes of several dialects can stand together, and who needs them that high. */
final class Target {
    /** The lowest that ONNX Runtime promises to read; a model that is older still stays as it is. */
    private static final int LOWEST = 7;

    private final SortedMap<String, Integer> versions = new TreeMap<>();
    private final Map<String, String> reasons = new HashMap<>();

    private Target(int lowest) {
        versions.put("", lowest);
    }

    static Target of(List<Entry> entries, Collection<FunctionPool.Pooled> functions) {
        Target target = new Target(
                entries.stream().mapToInt(entry -> entry.dialect().version("")).reduce(LOWEST, Math::min));
        entries.forEach(entry -> target.add(List.of(entry.node()), entry.dialect()));
        functions.forEach(function -> target.add(function.function().getNodeList(), function.dialect()));
        return target;
    }

    /** Those that somebody asked for. */
    static Target exactly(Map<String, Integer> versions) {
        Target target = new Target(LOWEST);
        target.versions.clear();
        target.versions.putAll(versions);
        return target;
    }

    private void add(List<NodeProto> nodes, Dialect dialect) {
        Graphs.forEachNode(nodes, node -> {
            String domain = Dialect.domain(node.getDomain());
            int since = dialect.since(domain, node.getOpType());
            if (!domain.equals(FunctionPool.DOMAIN) && since > versions.getOrDefault(domain, 0)) {
                versions.put(domain, since);
                reasons.put(domain, "the " + Graphs.describe(node) + " of " + dialect.origin());
            }
        });
    }

    /** The opset of every domain. */
    SortedMap<String, Integer> versions() {
        return Collections.unmodifiableSortedMap(versions);
    }

    /** Which operator needs a domain's opset to be that high; empty where none does. */
    Optional<String> reason(String domain) {
        return Optional.ofNullable(reasons.get(domain));
    }
}
