package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;

/** Leaves every name that is not told one by one as it is. */
interface SameNames extends Renamer.Rules {
    SameNames RULES = new SameNames() {};

    @Override
    default String tensor(String old) {
        return old;
    }

    @Override
    default String node(NodeProto node) {
        return node.getName();
    }

    @Override
    default String dimension(String old) {
        return old;
    }

    @Override
    default NodeProto call(NodeProto node) {
        return node;
    }
}
