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
import dev.amalgam.kind.Setting.Option;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.Signature.Meaning;
import dev.amalgam.kind.part.Meanings;
import dev.amalgam.kind.part.Ops;
import dev.amalgam.tensor.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * {@code value: T[…S] -> value: T[…]}: the same values in the same order under other axes (ONNX Reshape): 0 keeps the size of
 * that axis, −1 takes what is left.
 */
public final class ReshapeKind implements Kind {
    private static final String SAME = "same";

    @Override
    public String name() {
        return "reshape";
    }

    @Override
    public About about() {
        return new About(
                "Reshape",
                Family.TENSOR,
                "other axes",
                "Gives the same values other axes, such as [N,C,1,1] into [N,C].");
    }

    @Override
    public Schema schema() {
        return Schema.of(
                new Setting(
                        "shape",
                        "Shape",
                        "The sizes of the new axes; 0 keeps the size of that axis, −1 takes what is left.",
                        new Setting.Numbers(0, List.of(0.0, -1.0))),
                Meanings.setting(SAME, List.of(new Option(SAME, "same as before"))));
    }

    @Override
    public Signature signature(Chosen settings, Components components) throws KindException {
        return signature(settings, components, Map.of());
    }

    @Override
    public Signature signature(Chosen settings, Components components, Map<String, TensorType> inputs)
            throws KindException {
        Reshaped reshaped = Reshaped.of(shape(settings), inputs.get("value"));
        Meaning meaning =
                Meanings.representation(settings).<Meaning>map(Meaning.Is::new).orElse(new Meaning.SameAs("value"));
        return Signature.builder()
                .in("value", reshaped.before())
                .out("value", reshaped.after(), meaning)
                .build();
    }

    @Override
    public void lower(Lowering lowering) throws KindException {
        Ops ops = Ops.of(lowering);
        lowering.out("value", ops.op("Reshape", lowering.in("value"), ops.longs(shape(lowering.settings()))));
    }

    private static long[] shape(Chosen settings) throws KindException {
        double[] numbers = settings.numbers("shape");
        long open = Arrays.stream(numbers).filter(size -> size == -1).count();
        boolean sizes = Arrays.stream(numbers).allMatch(size -> size == Math.rint(size) && size >= -1 && size < 0x1p31);
        if (open > 1 || !sizes) {
            throw KindException.setting(
                    "shape",
                    Arrays.toString(numbers) + " is not a shape",
                    "Give whole numbers from 0, and −1 at most once");
        }
        return Arrays.stream(numbers).mapToLong(size -> (long) size).toArray();
    }
}
