package dev.amalgam.kind.part;

import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.TensorType;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Sizes that come in and go out, for signatures that say more than variables can. */
public final class Sizes {
    private Sizes() {}

    /** The sizes of an input's axes, as far as they are known; none where even their number is not. */
    public static List<OptionalLong> of(Map<String, TensorType> inputs, String input) {
        TensorType type = inputs.get(input);
        return type == null || type.shape().pack().isPresent()
                ? List.of()
                : type.shape().dims().stream().map(Dim::known).toList();
    }

    /** The last of an input's sizes, where it is known. */
    public static OptionalLong last(Map<String, TensorType> inputs, String input) {
        TensorType type = inputs.get(input);
        return type == null || type.shape().dims().isEmpty()
                ? OptionalLong.empty()
                : type.shape().dims().getLast().known();
    }

    /** The product of sizes; unknown where one of them is. */
    public static Dim product(List<OptionalLong> sizes) {
        return sizes.stream().allMatch(OptionalLong::isPresent)
                ? Dim.of(sizes.stream().mapToLong(OptionalLong::getAsLong).reduce(1, Math::multiplyExact))
                : Dim.unknown("product");
    }

    /** A float32 type of these axes. */
    public static TensorType floats(Dim... dims) {
        return of(ElementType.FLOAT32, dims);
    }

    /** A type of these axes. */
    public static TensorType of(ElementType element, Dim... dims) {
        return new TensorType(element, Shape.of(List.of(dims)));
    }
}
