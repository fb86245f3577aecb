package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Map;

/** Keeps every name in a function's body, which sees nothing of the graph around it, but for the functions it calls. */
record FunctionCalls(Renamer.Rules outer) implements SameNames {
    FunctionProto rename(FunctionProto function) {
        Renamer renamer = new Renamer(Map.of(), this);
        FunctionProto.Builder built = function.toBuilder().clearNode();
        function.getNodeList().forEach(node -> built.addNode(renamer.node(node)));
        return built.build();
    }

    @Override
    public NodeProto call(NodeProto node) {
        return outer.call(node);
    }
}
