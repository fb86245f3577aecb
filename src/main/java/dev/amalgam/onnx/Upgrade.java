package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import dev.amalgam.onnx.OnnxException.Reason;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes nodes anew for a later operator set, in which they mean the same: one version of the operator after the other.
 * Refuses what it cannot say exactly.
 */
final class Upgrade {
    private final Target target;
    private final UniqueNames tensors;
    private final UniqueNames nodes;
    private final Function<String, Optional<Tensor>> constants;

    /**
     * @param target the opset of every domain
     * @param constants the values of tensors that are fixed
     * @param tensors gives names to what is added
     * @param nodes the same for nodes
     */
    Upgrade(
            Map<String, Integer> target,
            Function<String, Optional<Tensor>> constants,
            UniqueNames tensors,
            UniqueNames nodes) {
        this(Target.exactly(target), constants, tensors, nodes);
    }

    /** As the other, with a word on who needs the target. */
    Upgrade(Target target, Function<String, Optional<Tensor>> constants, UniqueNames tensors, UniqueNames nodes) {
        this.constants = constants;
        this.target = target;
        this.tensors = tensors;
        this.nodes = nodes;
    }

    List<NodeProto> upgrade(List<NodeProto> written, Dialect dialect) throws OnnxException {
        List<NodeProto> result = new ArrayList<>();
        for (NodeProto node : written) {
            result.addAll(upgrade(node, dialect));
        }
        return result;
    }

    List<NodeProto> upgrade(NodeProto node, Dialect dialect) throws OnnxException {
        String domain = Dialect.domain(node.getDomain());
        NodeProto inside = Subgraphs.map(
                node,
                graph -> graph.toBuilder()
                        .clearNode()
                        .addAllNode(upgrade(graph.getNodeList(), dialect))
                        .build());
        if (domain.equals(FunctionPool.DOMAIN)) {
            return List.of(inside);
        }
        return upgrade(inside, dialect.since(domain, node.getOpType()), dialect);
    }

    private List<NodeProto> upgrade(NodeProto node, int from, Dialect dialect) throws OnnxException {
        String domain = Dialect.domain(node.getDomain());
        int to = target.versions().getOrDefault(domain, from);
        if (OpsetTable.first(domain, node.getOpType()) == 0 && to != from) {
            throw refused(node, to, dialect);
        }
        for (int step : OpsetTable.steps(domain, node.getOpType(), from, to)) {
            if (OpsetTable.changesMeaning(domain, node.getOpType(), step)) {
                return rewritten(node, step, to, dialect);
            }
        }
        return List.of(node);
    }

    private List<NodeProto> rewritten(NodeProto node, int step, int to, Dialect dialect) throws OnnxException {
        Rewrite rewrite = new Rewrite(node, dialect, to, constants, tensors, nodes);
        List<NodeProto> news = Rewrites.apply(rewrite, step).orElseThrow(() -> refused(node, to, dialect));
        List<NodeProto> result = new ArrayList<>();
        for (NodeProto next : news) {
            result.addAll(upgrade(next, step, dialect));
        }
        return result;
    }

    private OnnxException refused(NodeProto node, int to, Dialect dialect) {
        String domain = Dialect.domain(node.getDomain());
        String set = domain.isEmpty() ? "ONNX operator set" : "operator set " + domain;
        return new OnnxException(
                Reason.OPSET,
                "The " + Graphs.describe(node) + " of " + dialect.origin() + " is written for " + set + " "
                        + dialect.version(domain) + ", and it cannot be said in " + to + ", which "
                        + target.reason(domain).orElse("another part of the graph") + " needs. "
                        + "Export that model again with operator set " + to + ".",
                node.getName());
    }
}
