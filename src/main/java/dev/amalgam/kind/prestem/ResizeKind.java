package dev.amalgam.kind.prestem;

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
import dev.amalgam.kind.part.CentreCrop;
import dev.amalgam.kind.part.Ops;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.TensorType;
import java.util.List;

/**
 * {@code image: uint8[H,W,3] -> image: uint8[height,width,3]}. It is ONNX Resize with half-pixel centres and antialiasing, on
 * floats, then rounded (halves to even) and kept within 0…255: what the operator's definition says to the last bit, and what
 * Pillow's {@code resize} gives but for its rounding between the two passes. When cropping, the largest centred part with
 * the wanted aspect ratio is scaled; for a square that is the whole shorter side.
 */
public final class ResizeKind implements Kind {
    @Override
    public String name() {
        return "resize";
    }

    @Override
    public About about() {
        return new About(
                "Resize",
                Family.PRE_STEM,
                "picture → picture",
                "Brings pictures of any size to the size a model takes.");
    }

    @Override
    public Schema schema() {
        return Schema.of(
                new Setting("width", "Width", "In pixels.", new Setting.Whole(1, 8192, 224)),
                new Setting("height", "Height", "In pixels.", new Setting.Whole(1, 8192, 224)),
                new Setting(
                        "mode",
                        "Aspect ratio",
                        "Crop keeps what is in the centre undistorted; stretch keeps the whole picture.",
                        new Setting.Choice(
                                List.of(new Option("crop", "Crop the centre"), new Option("stretch", "Stretch")),
                                "crop")),
                new Setting(
                        "interpolation",
                        "Interpolation",
                        "Linear is what most models were trained with; cubic is sharper.",
                        new Setting.Choice(
                                List.of(new Option("linear", "Linear"), new Option("cubic", "Cubic")), "linear")));
    }

    @Override
    public Signature signature(Chosen settings, Components components) {
        Shape shape = Shape.of(settings.whole("height"), settings.whole("width"), 3);
        return Signature.builder()
                .in("image", "uint8[H,W,3]", Form.RAW)
                .out("image", new TensorType(ElementType.UINT8, shape), Representation.RAW)
                .build();
    }

    @Override
    public void lower(Lowering lowering) {
        Ops ops = Ops.of(lowering);
        Chosen settings = lowering.settings();
        long height = settings.whole("height");
        long width = settings.whole("width");
        Ref picture = lowering.in("image");
        if (settings.text("mode").equals("crop")) {
            Ref full = ops.sizes(picture, 0, 2);
            picture = CentreCrop.of(ops, full, ops.longs(height, width)).cutOut(ops, picture);
        }
        Ref planes = ops.op("Unsqueeze", ops.cast(ops.transpose(picture, 2, 0, 1), ElementType.FLOAT32), ops.longs(0));
        Ref scaled = ops.op(
                "Resize",
                how(settings.text("interpolation")),
                planes,
                Ref.NONE,
                Ref.NONE,
                ops.longs(1, 3, height, width));
        Ref rounded = ops.op("Clip", ops.op("Round", scaled), ops.scalar(0f), ops.scalar(255f));
        Ref bytes = ops.cast(ops.op("Squeeze", rounded, ops.longs(0)), ElementType.UINT8);
        lowering.out("image", ops.transpose(bytes, 1, 2, 0));
    }

    private static Attributes how(String interpolation) {
        // Weights outside the picture are left out and the rest made to sum to 1, as in Pillow; −0.5 is Keys' cubic
        // (1981).
        Attributes common = Attributes.of("mode", interpolation)
                .and("antialias", 1)
                .and("coordinate_transformation_mode", "half_pixel")
                .and("exclude_outside", 1);
        return interpolation.equals("cubic") ? common.and("cubic_coeff_a", -0.5f) : common;
    }
}
