package dev.amalgam.kind.task;

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
import dev.amalgam.kind.View;
import dev.amalgam.kind.part.CentreCrop;
import dev.amalgam.kind.part.Classifier;
import dev.amalgam.kind.part.Ops;
import dev.amalgam.kind.part.Sizes;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * {@code encoding: float32[1,C,h,w], image: uint8[H,W,3], class?: int64[1] -> mask: float32[H,W]} from 0 to 1: where a class
 * is seen, by the weights that a classifier gives to the feature maps A: {@code M = relu(Σ_k w_ck · A_k)}, divided by its
 * maximum and scaled linearly to the picture (Zhou et al., "Learning Deep Features for Discriminative Localization", 2016).
 * Where nothing speaks for the class the mask is 0 everywhere. Without {@code class} it is the class with the highest logit
 * of the average-pooled encoding.
 */
public final class ActivationMapKind implements Kind {
    @Override
    public String name() {
        return "activation-map";
    }

    @Override
    public About about() {
        return new About(
                "Class activation map",
                Family.TASK,
                "→ mask",
                "Shows where in the picture a classifier sees its class.");
    }

    @Override
    public Schema schema() {
        List<Setting> settings = new ArrayList<>(Classifier.settings());
        settings.add(new Setting(
                "fit",
                "Covers",
                "What of the picture the model saw: choose what the Resize before it does.",
                new Setting.Choice(
                        List.of(
                                new Option("crop", "The centre (picture was cropped)"),
                                new Option("stretch", "All of it (picture was stretched)")),
                        "crop")));
        return new Schema(settings);
    }

    @Override
    public Signature signature(Chosen settings, Components components) throws KindException {
        return signature(settings, components, Map.of());
    }

    @Override
    public Signature signature(Chosen settings, Components components, Map<String, TensorType> inputs)
            throws KindException {
        Classifier classifier = Classifier.read(settings, components, channels(inputs));
        TensorType maps = Sizes.floats(Dim.of(1), classifier.width(), Dim.named("h"), Dim.named("w"));
        return Signature.builder()
                .in("encoding", maps, Form.ENCODING)
                .in("image", "uint8[H,W,3]", Form.RAW)
                .optional("class", "int64[1]", Form.HARD)
                .out("mask", "float32[H,W]", Representation.STRUCTURED)
                .build();
    }

    private static OptionalLong channels(Map<String, TensorType> inputs) {
        List<OptionalLong> sizes = Sizes.of(inputs, "encoding");
        return sizes.size() == 4 ? sizes.get(1) : OptionalLong.empty();
    }

    @Override
    public void lower(Lowering lowering) throws KindException {
        Ops ops = Ops.of(lowering);
        Classifier classifier =
                Classifier.read(lowering.settings(), lowering.components(), channels(lowering.inputTypes()));
        Ref encoding = lowering.in("encoding");
        Ref chosen = lowering.has("class") ? lowering.in("class") : topClass(ops, classifier, encoding);
        Ref weights = ops.op("Reshape", ops.gather(classifier.rows(ops), chosen, 0), ops.longs(1, -1, 1, 1));
        // The weighted sum of feature maps is a convolution of one pixel.
        Ref seen = ops.op("Relu", ops.op("Conv", encoding, weights));
        Ref full = ops.sizes(lowering.in("image"), 0, 2);
        boolean crop = lowering.settings().text("fit").equals("crop");
        lowering.out("mask", crop ? cropped(ops, unit(ops, seen), full) : scaled(ops, unit(ops, seen), full));
    }

    /** int64[1]. */
    private static Ref topClass(Ops ops, Classifier classifier, Ref encoding) throws KindException {
        Ref pooled = ops.op("Flatten", Attributes.of("axis", 1), ops.op("GlobalAveragePool", encoding));
        return ops.op("ArgMax", Attributes.of("axis", 1).and("keepdims", 0), classifier.logits(ops, pooled));
    }

    /** Divided by its maximum, or by 1 where that is 0. */
    private static Ref unit(Ops ops, Ref map) {
        Ref peak = ops.op("ReduceMax", Attributes.of("keepdims", 0), map);
        Ref divisor = ops.op("Where", ops.op("Greater", peak, ops.scalar(0f)), peak, ops.scalar(1f));
        return ops.op("Div", map, divisor);
    }

    /** The map lies over the centred part that has its aspect ratio, as the Resize before the model cut it out. */
    private static Ref cropped(Ops ops, Ref map, Ref full) {
        CentreCrop crop = CentreCrop.of(ops, full, ops.sizes(map, 2, 4));
        return crop.putBack(ops, scaled(ops, map, crop.size()), full);
    }

    /** A map [1,1,h,w] at another size: [H,W]. */
    private static Ref scaled(Ops ops, Ref map, Ref size) {
        Attributes linear = Attributes.of("mode", "linear").and("coordinate_transformation_mode", "half_pixel");
        Ref sizes = ops.concat(0, ops.longs(1, 1), size);
        return ops.op("Squeeze", ops.op("Resize", linear, map, Ref.NONE, Ref.NONE, sizes), ops.longs(0, 1));
    }

    @Override
    public View view(Chosen settings, Components components) {
        return new View.Mask("mask", "image");
    }
}
