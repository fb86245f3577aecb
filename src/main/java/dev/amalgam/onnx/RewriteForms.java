package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The changes of form that {@link Rewrites} chooses from. Each gives the nodes to put in place, or empty where none is exact. */
final class RewriteForms {
    private RewriteForms() {}

    /** An attribute of whole numbers became an input. */
    static Optional<List<NodeProto>> numbersToInput(Rewrite r, String attribute, int input) {
        r.numbers(attribute).ifPresent(values -> r.input(input, vector(values)));
        return Optional.of(r.drop(attribute).done());
    }

    /** An attribute of numbers became an input. */
    static Optional<List<NodeProto>> realsToInput(Rewrite r, String attribute, int input) {
        r.reals(attribute).ifPresent(values -> r.input(input, Tensor.floats(new long[] {values.length}, values)));
        return Optional.of(r.drop(attribute).done());
    }

    /** The axis was optional and is not any more, or the other way round with another default. */
    static Optional<List<NodeProto>> defaultAxis(Rewrite r, long axis) {
        return Optional.of(r.set("axis", r.number("axis").orElse(axis)).done());
    }

    /** The number of equal parts has to be said from 18 on. */
    static Optional<List<NodeProto>> splitEvenly(Rewrite r) {
        boolean even = r.input(1).isEmpty() && !r.has("num_outputs");
        return Optional.of((even ? r.set("num_outputs", r.node().getOutputCount()) : r).done());
    }

    static Optional<List<NodeProto>> slice(Rewrite r) {
        long[] starts = r.numbers("starts").orElse(new long[0]);
        long[] axes = r.numbers("axes").orElseGet(() -> indices(starts.length));
        r.input(1, vector(starts))
                .input(2, vector(r.numbers("ends").orElse(new long[0])))
                .input(3, vector(axes));
        return Optional.of(r.drop("starts").drop("ends").drop("axes").done());
    }

    private static long[] indices(int count) {
        long[] values = new long[count];
        Arrays.setAll(values, i -> i);
        return values;
    }

    static Optional<List<NodeProto>> topK(Rewrite r) {
        return Optional.of(
                r.input(1, vector(r.number("k").orElse(0L))).drop("k").done());
    }

    static Optional<List<NodeProto>> fourierAxis(Rewrite r) {
        return Optional.of(r.input(2, Tensor.scalar(r.number("axis").orElse(1L)))
                .drop("axis")
                .done());
    }

    static Optional<List<NodeProto>> pad(Rewrite r) {
        r.input(1, vector(r.numbers("pads").orElse(new long[0])));
        float value = r.real("value").orElse(0f);
        boolean said = value == 0 || numberInput(r, 2, value);
        return said ? Optional.of(r.drop("pads").drop("value").done()) : Optional.empty();
    }

    static Optional<List<NodeProto>> clip(Rewrite r) {
        boolean said = r.real("min").map(min -> numberInput(r, 1, min)).orElse(true)
                && r.real("max").map(max -> numberInput(r, 2, max)).orElse(true);
        return said ? Optional.of(r.drop("min").drop("max").done()) : Optional.empty();
    }

    /** A number of the data's type: the only floating one of the model; else it is cast alike, which exists from 15 on. */
    private static boolean numberInput(Rewrite r, int input, float value) {
        Optional<Tensor> exact = r.dialect().floating().flatMap(type -> scalar(type, value));
        if (exact.isPresent()) {
            r.input(input, exact.get());
            return true;
        }
        if (r.target() < 15) {
            return false;
        }
        String plain = r.before("Constant", Attributes.of("value", Tensor.scalar(value)));
        r.input(input, r.before("CastLike", Attributes.NONE, plain, r.input(0)));
        return true;
    }

    private static Optional<Tensor> scalar(ElementType type, float value) {
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        switch (type) {
            case FLOAT32 -> bytes.putFloat(value);
            case FLOAT64 -> bytes.putDouble(value);
            case FLOAT16 -> bytes.putShort(Float.floatToFloat16(value));
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(Tensor.of(type, new long[0], bytes.flip()));
    }

    /**
     * Up to 12 the axes from {@code axis} on were one row; from 13 on the axis stands for itself. So: flatten, over the last
     * axis, and back to the old shape. Where the axis is the last one anyway, nothing changes.
     */
    static Optional<List<NodeProto>> flattened(Rewrite r) {
        long axis = r.number("axis").orElse(1L);
        if (axis == -1) {
            return Optional.of(r.done());
        }
        String data = r.input(0);
        String shape = r.before("Shape", Attributes.NONE, data);
        r.input(0, r.before("Flatten", Attributes.of("axis", axis), data)).set("axis", -1);
        String rows = r.fresh("rows");
        List<NodeProto> nodes = new ArrayList<>(r.with(List.of(rows)));
        nodes.add(NodeProto.newBuilder()
                .setName(r.freshNode("Reshape"))
                .setOpType("Reshape")
                .addInput(rows)
                .addInput(shape)
                .addOutput(r.node().getOutput(0))
                .build());
        return Optional.of(nodes);
    }

    /** Upsample only makes larger, so that rounding down is the same as what it did. */
    static Optional<List<NodeProto>> upsample(Rewrite r) {
        r.operator("Resize");
        return Optional.of((r.target() > 10 ? r.set("nearest_mode", "floor") : r).done());
    }

    /** What nearest is was only defined for making larger: rounding down. */
    static Optional<List<NodeProto>> resize(Rewrite r) {
        if (r.text("mode").orElse("nearest").equals("nearest") && !r.has("nearest_mode")) {
            if (!r.constant(1).map(RewriteForms::enlarges).orElse(false)) {
                return Optional.empty();
            }
            r.set("nearest_mode", "floor");
        }
        r.set("coordinate_transformation_mode", "asymmetric").input(2, r.input(1));
        return Optional.of(r.input(1, Tensor.floats(new long[] {0})).done());
    }

    private static boolean enlarges(Tensor scales) {
        FloatBuffer values = scales.floats();
        return IntStream.range(0, values.limit()).allMatch(i -> values.get(i) >= 1);
    }

    static String gridMode(Rewrite r) {
        String mode = r.text("mode").orElse("bilinear");
        return switch (mode) {
            case "bilinear" -> "linear";
            case "bicubic" -> "cubic";
            default -> mode;
        };
    }

    private static Tensor vector(long... values) {
        return Tensor.longs(new long[] {values.length}, values);
    }
}
