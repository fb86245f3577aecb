package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;

/**
 * A node of a graph under construction.
 *
 * @param node under its tokens
 * @param dialect the operator sets it is written in
 */
record Entry(NodeProto node, Dialect dialect) {}
