package dev.amalgam.kind.tensor;

import dev.amalgam.kind.KindException;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.ElementVariable;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types on both sides of a reshape, as sharp as what comes in allows.
 *
 * @param before with a variable for each axis, where their number is known
 * @param after with the same variables where sizes are kept
 */
record Reshaped(TensorType before, TensorType after) {
    private static final ElementVariable ELEMENT = new ElementVariable("", "T", Set.of());

    /** @throws KindException where an axis is kept that is not there, or the numbers of elements cannot agree */
    static Reshaped of(long[] wanted, @Nullable TensorType input) throws KindException {
        if (input == null || input.shape().pack().isPresent()) {
            return new Reshaped(type(Shape.unranked("S")), type(Shape.of(open(wanted))));
        }
        List<Dim> before = variables(input.shape());
        List<Dim> after = new ArrayList<>();
        for (int axis = 0; axis < wanted.length; axis++) {
            after.add(wanted[axis] == 0 ? kept(before, axis) : sized(wanted[axis], axis));
        }
        fillRest(before, after, wanted);
        return new Reshaped(type(Shape.of(before)), type(Shape.of(after)));
    }

    private static List<Dim> open(long[] wanted) {
        List<Dim> dims = new ArrayList<>();
        for (int axis = 0; axis < wanted.length; axis++) {
            dims.add(sized(wanted[axis], axis));
        }
        return dims;
    }

    private static Dim sized(long size, int axis) {
        return size > 0 ? Dim.of(size) : Dim.unknown("after" + axis);
    }

    /** Known sizes as they are; for others a variable, so that what is kept stays connected. */
    private static List<Dim> variables(Shape shape) {
        List<Dim> dims = new ArrayList<>();
        for (Dim dim : shape.dims()) {
            dims.add(dim.known().isPresent() ? dim : Dim.named("S" + dims.size()));
        }
        return dims;
    }

    private static Dim kept(List<Dim> before, int axis) throws KindException {
        if (axis >= before.size()) {
            throw KindException.setting(
                    "shape",
                    "axis " + axis + " is to be kept, and what comes in has only " + before.size() + " axes",
                    "Give its size, or -1 for what is left");
        }
        return before.get(axis);
    }

    /** What is left is the product of all sizes before, divided by those after; axes that were kept cancel out. */
    private static void fillRest(List<Dim> before, List<Dim> after, long[] wanted) throws KindException {
        List<Dim> given = new ArrayList<>(before);
        List<Dim> taken = new ArrayList<>();
        for (int axis = 0; axis < wanted.length; axis++) {
            if (wanted[axis] == 0) {
                given.remove(after.get(axis));
            } else if (wanted[axis] > 0) {
                taken.add(after.get(axis));
            }
        }
        OptionalLong elements = product(given);
        OptionalLong divisor = product(taken);
        if (elements.isPresent() && divisor.isPresent()) {
            fill(after, wanted, elements.getAsLong(), divisor.getAsLong());
        }
    }

    private static void fill(List<Dim> after, long[] wanted, long elements, long divisor) throws KindException {
        int rest = Arrays.stream(wanted).boxed().toList().indexOf(-1L);
        boolean fits = rest < 0 ? elements == divisor : elements % divisor == 0;
        if (!fits) {
            throw KindException.setting(
                    "shape",
                    elements + " elements cannot be put into " + Arrays.toString(wanted),
                    "Give sizes whose product is " + elements + ", or -1 for what is left");
        }
        if (rest >= 0) {
            after.set(rest, Dim.of(elements / divisor));
        }
    }

    private static OptionalLong product(List<Dim> dims) {
        return Shape.of(dims).elements();
    }

    private static TensorType type(Shape shape) {
        return new TensorType(ELEMENT, shape);
    }
}
