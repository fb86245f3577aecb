package dev.amalgam.kind.representation;

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
import dev.amalgam.kind.part.Ops;
import dev.amalgam.kind.part.Sizes;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.TensorType;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** {@code encoding: float32[N,C,H,W] -> embedding: float32[N,C]}, or {@code [N,C·H·W]} when flattened. */
public final class PoolKind implements Kind {
    @Override
    public String name() {
        return "pool";
    }

    @Override
    public About about() {
        return new About(
                "Pool",
                Family.REPRESENTATION,
                "encoding → embedding",
                "Makes one feature vector of feature maps: what is where becomes what there is.");
    }

    @Override
    public Schema schema() {
        return Schema.of(new Setting(
                "how",
                "How",
                "Average and maximum give one number a map; flatten keeps every number.",
                new Setting.Choice(
                        List.of(
                                new Option("average", "Average"),
                                new Option("max", "Maximum"),
                                new Option("flatten", "Flatten")),
                        "average")));
    }

    @Override
    public Signature signature(Chosen settings, Components components) {
        return signature(settings, components, Map.of());
    }

    @Override
    public Signature signature(Chosen settings, Components components, Map<String, TensorType> inputs) {
        Dim width = settings.text("how").equals("flatten") ? flat(Sizes.of(inputs, "encoding")) : Dim.named("C");
        return Signature.builder()
                .in("encoding", "float32[N,C,H,W]", Form.ENCODING, Form.EMBEDDING)
                .out("embedding", Sizes.floats(Dim.named("N"), width), Representation.EMBEDDING)
                .build();
    }

    private static Dim flat(List<OptionalLong> sizes) {
        return sizes.size() == 4 ? Sizes.product(sizes.subList(1, 4)) : Dim.unknown("flat");
    }

    @Override
    public void lower(Lowering lowering) {
        Ops ops = Ops.of(lowering);
        Ref maps = lowering.in("encoding");
        Ref pooled = switch (lowering.settings().text("how")) {
            case "average" -> ops.op("GlobalAveragePool", maps);
            case "max" -> ops.op("GlobalMaxPool", maps);
            default -> maps;
        };
        lowering.out("embedding", ops.op("Flatten", Attributes.of("axis", 1), pooled));
    }
}
