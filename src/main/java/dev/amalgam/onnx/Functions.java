package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions that a model brings along, found by the nodes that call them. */
final class Functions {
    private final Map<Key, FunctionProto> byKey = new HashMap<>();

    private record Key(String domain, String name, String overload) {}

    Functions(List<FunctionProto> functions) {
        functions.forEach(f -> byKey.put(new Key(Dialect.domain(f.getDomain()), f.getName(), f.getOverload()), f));
    }

    /** The function that this node calls, if it calls one. */
    Optional<FunctionProto> calledBy(NodeProto node) {
        return Optional.ofNullable(
                byKey.get(new Key(Dialect.domain(node.getDomain()), node.getOpType(), node.getOverload())));
    }
}
