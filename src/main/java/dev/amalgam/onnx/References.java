package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import dev.amalgam.onnx.OnnxException.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Refuses what refers to nothing: tensors that nobody makes, operators that nobody knows, functions that are not there. */
final class References {
    /** What the runtime itself brings: its operators are its own affair. */
    private static final List<String> RUNTIMES = List.of("com.microsoft", "com.ms.", "org.pytorch", "ai.onnx.training");

    private final ModelProto model;
    private final String origin;
    private final Functions functions;

    References(ModelProto model, String origin) {
        this.model = model;
        this.origin = origin;
        this.functions = new Functions(model.getFunctionsList());
    }

    /**
     * @throws OnnxException DAMAGED where a tensor is read that nobody makes, UNKNOWN_OPERATOR where there is neither an operator nor
     *     a function of a node's name
     */
    void check() throws OnnxException {
        GraphProto graph = model.getGraph();
        Set<String> made = Graphs.defined(graph);
        check(graph.getNodeList(), made, opsets(model.getOpsetImportList()), "");
        for (var output : graph.getOutputList()) {
            if (!made.contains(output.getName())) {
                throw new OnnxException(
                        Reason.DAMAGED,
                        "The output " + output.getName() + " of " + origin
                                + " is made by no operator. Export the model again.");
            }
        }
        for (FunctionProto function : model.getFunctionsList()) {
            Set<String> inside = new HashSet<>(function.getInputList());
            function.getNodeList().forEach(node -> inside.addAll(node.getOutputList()));
            check(
                    function.getNodeList(),
                    inside,
                    opsets(function.getOpsetImportList()),
                    " in the function " + function.getName());
        }
    }

    private void check(List<NodeProto> nodes, Set<String> made, Map<String, Integer> opsets, String where)
            throws OnnxException {
        for (NodeProto node : nodes) {
            for (String name : Graphs.reads(node)) {
                if (!made.contains(name)) {
                    throw new OnnxException(
                            Reason.DAMAGED,
                            "The " + Graphs.describe(node) + where + " of " + origin + " reads the tensor " + name
                                    + ", which nothing makes. Export the model again.");
                }
            }
            List<NodeProto> within = new ArrayList<>();
            Graphs.forEachNode(List.of(node), within::add);
            for (NodeProto operator : within) {
                requireKnown(operator, opsets, where);
            }
        }
    }

    private void requireKnown(NodeProto node, Map<String, Integer> opsets, String where) throws OnnxException {
        String domain = Dialect.domain(node.getDomain());
        if (functions.calledBy(node).isPresent() || RUNTIMES.stream().anyMatch(domain::startsWith)) {
            return;
        }
        int opset = opsets.getOrDefault(domain, 0);
        boolean standard = OpsetTable.knows(domain);
        // What a newer operator set adds, nobody can know yet.
        if (standard
                && (opset > OpsetTable.newest(domain)
                        || OpsetTable.since(domain, node.getOpType(), opset).isPresent())) {
            return;
        }
        throw new OnnxException(
                Reason.UNKNOWN_OPERATOR,
                "The " + Graphs.describe(node) + where + " of " + origin + why(domain, node, opset, standard));
    }

    private static String why(String domain, NodeProto node, int opset, boolean standard) {
        int first = OpsetTable.first(domain, node.getOpType());
        if (standard && first > opset) {
            return " came with operator set " + first + ", and the model says " + opset
                    + ". Export the model again with operator set " + first + " or later.";
        }
        return standard
                ? " is no operator of ONNX, and the model brings no function of that name. Export it with its"
                        + " functions."
                : " is of the domain " + domain
                        + ", of which the model brings no such function. Export it with its functions.";
    }

    private Map<String, Integer> opsets(List<OperatorSetIdProto> imports) {
        return Dialect.of(imports, Optional.empty(), origin).opsets();
    }
}
