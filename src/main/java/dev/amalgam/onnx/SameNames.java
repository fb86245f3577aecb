package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;

/** Leaves every name that is not told one by one as it is. */
enum SameNames implements Renamer.Rules {
    RULES;

    @Override
    public String tensor(String old) {
        return old;
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
