package dev.amalgam.kind.tensor;

import dev.amalgam.kind.About;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Lowering;
import dev.amalgam.kind.Schema;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.Signature.Meaning;
import dev.amalgam.kind.part.Ops;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.ElementVariable;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** {@code value: T[S0,S1,…] -> value: T[…]}: the same values with the axes in another order. */
public final class TransposeKind implements Kind {
    @Override
    public String name() {
        return "transpose";
    }

    @Override
    public About about() {
        return new About(
                "Transpose",
                Family.TENSOR,
                "order of axes",
                "Puts the axes into another order, such as NHWC into NCHW.");
    }

    @Override
    public Schema schema() {
        return Schema.of(new Setting(
                "order",
                "Order",
                "For each axis of the result, which one it was, counted from 0: 0 3 1 2 makes NCHW of NHWC.",
                new Setting.Numbers(0, List.of(0.0, 3.0, 1.0, 2.0))));
    }

    @Override
    public Signature signature(Chosen settings, Components components) throws KindException {
        long[] order = order(settings);
        return Signature.builder()
                .in("value", type(LongStream.range(0, order.length)))
                .out("value", type(Arrays.stream(order)), new Meaning.SameAs("value"))
                .build();
    }

    private static TensorType type(LongStream axes) {
        List<Dim> dims = axes.mapToObj(axis -> Dim.named("S" + axis)).toList();
        return new TensorType(new ElementVariable("", "T", Set.of()), Shape.of(dims));
    }

    @Override
    public void lower(Lowering lowering) throws KindException {
        lowering.out("value", Ops.of(lowering).transpose(lowering.in("value"), order(lowering.settings())));
    }

    private static long[] order(Chosen settings) throws KindException {
        double[] numbers = settings.numbers("order");
        double[] sorted = Arrays.stream(numbers).sorted().toArray();
        double[] axes = IntStream.range(0, numbers.length).asDoubleStream().toArray();
        if (!Arrays.equals(sorted, axes)) {
            throw KindException.setting(
                    "order",
                    Arrays.toString(numbers) + " does not name each axis once",
                    "Give each number from 0 to " + (numbers.length - 1) + " once");
        }
        return Arrays.stream(numbers).mapToLong(axis -> (long) axis).toArray();
    }
}
