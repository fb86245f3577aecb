package dev.amalgam.kind.combine;

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
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.Element;
import dev.amalgam.tensor.ElementVariable;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.ShapePack;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * {@code a: T[…,A], b: T[…,B], … -> joined: T[…,A+B+…]}: tensors side by side along one axis; all others must agree. Along
 * the last axis the result is a dense embedding, with the columns of {@code a} first.
 */
public final class ConcatKind implements Kind {
    private static final Element ELEMENT = new ElementVariable("", "T", Set.of());

    @Override
    public String name() {
        return "concat";
    }

    @Override
    public About about() {
        return new About(
                "Concat",
                Family.COMBINE,
                "several → dense",
                "Puts the representations of several tasks side by side, as one dense embedding.");
    }

    @Override
    public Schema schema() {
        return Schema.of(
                new Setting("inputs", "Inputs", "How many are joined.", new Setting.Whole(2, 16, 2)),
                new Setting(
                        "axis",
                        "Axis",
                        "Along which axis: from 0, or from the end with −1 for the last.",
                        new Setting.Whole(-8, 7, -1)));
    }

    /** {@code a}, {@code b}, and so on. */
    private static List<String> ports(Chosen settings) {
        return IntStream.range(0, (int) settings.whole("inputs"))
                .mapToObj(i -> String.valueOf((char) ('a' + i)))
                .toList();
    }

    @Override
    public Signature signature(Chosen settings, Components components) throws KindException {
        return signature(settings, components, Map.of());
    }

    @Override
    public Signature signature(Chosen settings, Components components, Map<String, TensorType> inputs)
            throws KindException {
        List<String> ports = ports(settings);
        OptionalInt after = axesAfter((int) settings.whole("axis"), rank(ports, inputs));
        return after.isPresent() ? joined(ports, after.getAsInt()) : open(ports);
    }

    /** The number of axes of the inputs, where one of them tells it. */
    private static OptionalInt rank(List<String> ports, Map<String, TensorType> inputs) {
        return ports.stream()
                .flatMap(port -> Optional.ofNullable(inputs.get(port)).stream())
                .flatMapToInt(type -> type.shape().rank().stream())
                .findFirst();
    }

    /** How many axes come after the one that is joined along; open where it counts from the front of who knows how many. */
    private static OptionalInt axesAfter(int axis, OptionalInt rank) throws KindException {
        if (rank.isPresent() && (axis >= rank.getAsInt() || -axis > rank.getAsInt())) {
            throw KindException.setting(
                    "axis",
                    "there is no axis " + axis + " in tensors of " + rank.getAsInt() + " axes",
                    "Choose an axis from " + -rank.getAsInt() + " to " + (rank.getAsInt() - 1));
        }
        if (axis < 0) {
            return OptionalInt.of(-1 - axis);
        }
        return rank.isPresent() ? OptionalInt.of(rank.getAsInt() - 1 - axis) : OptionalInt.empty();
    }

    private static Signature joined(List<String> ports, int after) {
        Signature.Builder signature = Signature.builder();
        Dim sum = Dim.of(0);
        for (String port : ports) {
            Dim own = Dim.named(port.toUpperCase(Locale.ROOT));
            signature.in(port, type(own, after));
            sum = sum.plus(own);
        }
        Meaning meaning = after == 0 ? new Meaning.DenseOf(ports) : new Meaning.SameAs(ports.getFirst());
        return signature.out("joined", type(sum, after), meaning).build();
    }

    private static TensorType type(Dim joined, int after) {
        List<Dim> dims = new ArrayList<>(List.of(joined));
        IntStream.range(0, after).forEach(i -> dims.add(Dim.named("after" + i)));
        return new TensorType(ELEMENT, new Shape(Optional.of(new ShapePack("", "before")), dims));
    }

    private static Signature open(List<String> ports) {
        Signature.Builder signature = Signature.builder();
        ports.forEach(port -> signature.in(port, new TensorType(ELEMENT, Shape.unranked(port))));
        return signature
                .out("joined", new TensorType(ELEMENT, Shape.unranked("joined")), new Meaning.SameAs(ports.getFirst()))
                .build();
    }

    @Override
    public void lower(Lowering lowering) {
        Ref[] parts = ports(lowering.settings()).stream().map(lowering::in).toArray(Ref[]::new);
        lowering.out("joined", Ops.of(lowering).concat(lowering.settings().whole("axis"), parts));
    }
}
