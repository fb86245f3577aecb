package dev.amalgam.kind.tensor;

import dev.amalgam.kind.About;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.Lowering;
import dev.amalgam.kind.Schema;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.Setting.Option;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.Signature.Meaning;
import dev.amalgam.kind.part.Ops;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.TensorType;
import java.util.List;

/** {@code value: T[…S] -> value: U[…S]}: the same values as another element type, fractions cut off towards 0 (ONNX Cast). */
public final class CastKind implements Kind {
    private static final List<ElementType> ELEMENTS = List.of(
            ElementType.FLOAT32,
            ElementType.FLOAT16,
            ElementType.FLOAT64,
            ElementType.INT64,
            ElementType.INT32,
            ElementType.INT8,
            ElementType.UINT8,
            ElementType.BOOL,
            ElementType.STRING);

    @Override
    public String name() {
        return "cast";
    }

    @Override
    public About about() {
        return new About("Cast", Family.TENSOR, "element type", "Turns values into another element type.");
    }

    @Override
    public Schema schema() {
        List<Option> options = ELEMENTS.stream()
                .map(element -> new Option(element.toString(), element.toString()))
                .toList();
        return Schema.of(new Setting(
                "to", "To", "The element type that what comes next takes.", new Setting.Choice(options, "float32")));
    }

    @Override
    public Signature signature(Chosen settings, Components components) {
        return Signature.builder()
                .in("value", "T[...S]")
                .out("value", new TensorType(to(settings), Shape.unranked("S")), new Meaning.SameAs("value"))
                .build();
    }

    @Override
    public void lower(Lowering lowering) {
        lowering.out("value", Ops.of(lowering).cast(lowering.in("value"), to(lowering.settings())));
    }

    private static ElementType to(Chosen settings) {
        return ElementType.named(settings.text("to")).orElseThrow();
    }
}
