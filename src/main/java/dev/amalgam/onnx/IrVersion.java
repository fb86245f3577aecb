package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;

/** Finds the version of the file format that a model needs. Source: the version list in onnx.proto3. */
final class IrVersion {
    /** Has functions, and is read by every runtime in use. */
    private static final int USUAL = 8;

    private IrVersion() {}

    static int needed(ModelProto model) {
        int[] version = {USUAL};
        Graphs.forEachTensor(model, weight -> version[0] = Math.max(version[0], firstWith(weight.getDataType())));
        Graphs.forEachNode(
                model,
                node -> node.getAttributeList().stream()
                        .filter(attribute -> attribute.getName().equals("to"))
                        .forEach(attribute -> version[0] = Math.max(version[0], firstWith((int) attribute.getI()))));
        return version[0];
    }

    /** The first version that has an element type: float8 came with 9, int4 with 10, float4 with 11, float8e8m0 with 12. */
    private static int firstWith(int elementCode) {
        return elementCode < 17 ? USUAL : elementCode < 21 ? 9 : elementCode < 23 ? 10 : elementCode == 23 ? 11 : 12;
    }
}
