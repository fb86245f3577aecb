package dev.amalgam.kind.part;

import dev.amalgam.onnx.Ref;

/**
 * The largest part of a picture that has a given aspect ratio and lies in its centre. For a square it covers the whole
 * shorter side. All sizes are whole pixels, as int64[2] of height and width; where the rest is odd, the smaller half of it is
 * above and to the left.
 *
 * @param start the first row and column of the part
 * @param size its height and width, at least 1 each
 */
public record CentreCrop(Ref start, Ref size) {
    /**
     * Writes the arithmetic for a picture of {@code full} height and width and an aspect ratio of {@code height:width}:
     * {@code size = min(full, reversed(full) · aspect / reversed(aspect))}, {@code start = (full - size) / 2}.
     */
    public static CentreCrop of(Ops ops, Ref full, Ref aspect) {
        Ref fitted = ops.op("Div", ops.op("Mul", reversed(ops, full), aspect), reversed(ops, aspect));
        Ref size = ops.op("Max", ops.op("Min", full, fitted), ops.longs(1, 1));
        Ref start = ops.op("Div", ops.op("Sub", full, size), ops.scalar(2L));
        return new CentreCrop(start, size);
    }

    private static Ref reversed(Ops ops, Ref pair) {
        return ops.gather(pair, ops.longs(1, 0), 0);
    }

    /** The part of a picture [H,W,…]. */
    public Ref cutOut(Ops ops, Ref picture) {
        return ops.op("Slice", picture, start, ops.op("Add", start, size), ops.longs(0, 1));
    }

    /** A mask [h,w] of this size put back into its place, with zeros around it: [H,W] of the {@code full} picture. */
    public Ref putBack(Ops ops, Ref mask, Ref full) {
        Ref after = ops.op("Sub", ops.op("Sub", full, size), start);
        return ops.op("Pad", mask, ops.concat(0, start, after), ops.scalar(0f));
    }
}
