package dev.amalgam.kind.part;

import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.ElementType;
import java.util.List;

/**
 * Numbers as text with exactly two decimals: {@code 0.62}, {@code 1.00}, {@code -0.20}. ONNX leaves open how Cast writes a
 * fraction, so the digits are written one by one from whole numbers. Halves are rounded to even.
 */
public final class DecimalText {
    private DecimalText() {}

    /** Writes float32 numbers of any shape as strings of the same shape. */
    public static Ref of(Ops ops, Ref numbers) {
        Ref hundredths = ops.cast(ops.op("Round", ops.op("Mul", numbers, ops.scalar(100f))), ElementType.INT64);
        Ref size = ops.op("Abs", hundredths);
        Ref whole = ops.op("Div", size, ops.scalar(100L));
        Ref tenth = digit(ops, ops.op("Div", size, ops.scalar(10L)));
        Ref hundredth = digit(ops, size);
        return ops.join(sign(ops, hundredths), text(ops, whole), ops.text("."), text(ops, tenth), text(ops, hundredth));
    }

    /** Minus where the rounded number is below zero, so that there is no {@code -0.00}. */
    private static Ref sign(Ops ops, Ref hundredths) {
        Ref negative = ops.cast(ops.op("Less", hundredths, ops.scalar(0L)), ElementType.INT64);
        return ops.gather(ops.texts(List.of("", "-")), negative, 0);
    }

    private static Ref digit(Ops ops, Ref number) {
        return ops.op("Mod", number, ops.scalar(10L));
    }

    private static Ref text(Ops ops, Ref wholeNumbers) {
        return ops.cast(wholeNumbers, ElementType.STRING);
    }
}
