package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;

/** Replaces the graphs inside a node. */
final class Subgraphs {
    /** What to put in a graph's place. */
    @FunctionalInterface
    interface Change {
        GraphProto apply(GraphProto graph) throws OnnxException;
    }

    private Subgraphs() {}

    static NodeProto map(NodeProto node, Change change) throws OnnxException {
        if (Graphs.inside(node).isEmpty()) {
            return node;
        }
        NodeProto.Builder built = node.toBuilder();
        for (int i = 0; i < node.getAttributeCount(); i++) {
            built.setAttribute(i, map(node.getAttribute(i), change));
        }
        return built.build();
    }

    private static AttributeProto map(AttributeProto attribute, Change change) throws OnnxException {
        AttributeProto.Builder built = attribute.toBuilder();
        if (attribute.hasG()) {
            built.setG(change.apply(attribute.getG()));
        }
        for (int i = 0; i < attribute.getGraphsCount(); i++) {
            built.setGraphs(i, change.apply(attribute.getGraphs(i)));
        }
        return built.build();
    }
}
