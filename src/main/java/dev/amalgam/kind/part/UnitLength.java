package dev.amalgam.kind.part;

import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.Ref;

/** Rows scaled to length 1: {@code x / max(‖x‖₂, 1e-12)} over the last axis, so that a row of zeros stays zeros. */
public final class UnitLength {
    private static final float SMALLEST = 1e-12f;

    private UnitLength() {}

    /** Scales float32[…,D]. */
    public static Ref of(Ops ops, Ref rows) {
        Ref lengths = ops.op("ReduceL2", Attributes.of("keepdims", 1), rows, ops.longs(-1));
        return ops.op("Div", rows, ops.op("Max", lengths, ops.scalar(SMALLEST)));
    }
}
