package dev.amalgam.kind.prestem;

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
import dev.amalgam.kind.part.Ops;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * {@code image: uint8[H,W,3] -> tensor: float32[1,3,H,W]} (or {@code [1,H,W,3]}): {@code y = (x · scale − mean) / std} for
 * each of red, green and blue.
 */
public final class NormaliseKind implements Kind {
    private static final double TO_UNIT = 1 / 255.0;

    private static final Setting RANGE = new Setting(
                    "range",
                    "Range",
                    "What the model was trained on; its authors say it, often as 'preprocessing'.",
                    new Setting.Choice(
                            List.of(
                                    new Option("symmetric", "−1 to 1 (x / 127.5 − 1)"),
                                    new Option("unit", "0 to 1 (x / 255)"),
                                    new Option("imagenet", "ImageNet mean and deviation"),
                                    new Option("own", "Own numbers")),
                            "symmetric"))
            .asDial();

    private static final Setting LAYOUT = new Setting(
            "layout",
            "Layout",
            "Whether the channels come before or after height and width.",
            new Setting.Choice(
                    List.of(new Option("NCHW", "Channels first (NCHW)"), new Option("NHWC", "Channels last (NHWC)")),
                    "NCHW"));

    private static final Setting ORDER = new Setting(
            "order",
            "Channels",
            "Most models take red first; models from Caffe and OpenCV take blue first.",
            new Setting.Choice(
                    List.of(new Option("RGB", "Red, green, blue"), new Option("BGR", "Blue, green, red")), "RGB"));

    private static final Setting SCALE = new Setting(
                    "scale",
                    "Scale",
                    "For own numbers: what each value from 0 to 255 is multiplied by first.",
                    new Setting.Real(-1e6, 1e6, TO_UNIT))
            .asDial();

    private static final Setting MEAN = new Setting(
                    "mean",
                    "Mean",
                    "For own numbers: what is then taken off red, green and blue, in this order.",
                    new Setting.Numbers(3, List.of(0.0, 0.0, 0.0)))
            .asDial();

    private static final Setting STD = new Setting(
                    "std",
                    "Deviation",
                    "For own numbers: what red, green and blue are then divided by, in this order.",
                    new Setting.Numbers(3, List.of(1.0, 1.0, 1.0)))
            .asDial();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Numbers(double scale, double[] mean, double[] std) {}

    @Override
    public String name() {
        return "normalise";
    }

    @Override
    public About about() {
        return new About(
                "Normalise",
                Family.PRE_STEM,
                "picture → tensor",
                "Turns pixels into the numbers, order and layout that a model was trained on.");
    }

    @Override
    public Schema schema() {
        return Schema.of(RANGE, LAYOUT, ORDER, SCALE, MEAN, STD);
    }

    @Override
    public Signature signature(Chosen settings, Components components) throws KindException {
        numbers(settings);
        return Signature.builder()
                .in("image", "uint8[H,W,3]", Form.RAW)
                .out("tensor", channelsFirst(settings) ? "float32[1,3,H,W]" : "float32[1,H,W,3]", Representation.RAW)
                .build();
    }

    @Override
    public Map<String, Tensor> dials(Chosen settings, Components components) throws KindException {
        Numbers numbers = numbers(settings);
        return Map.of(
                "scale", Tensor.scalar((float) numbers.scale),
                "mean", channels(settings, numbers.mean),
                "std", channels(settings, numbers.std));
    }

    @Override
    public void lower(Lowering lowering) throws KindException {
        Ops ops = Ops.of(lowering);
        Chosen settings = lowering.settings();
        Ref picture = lowering.in("image");
        if (settings.text("order").equals("BGR")) {
            picture = ops.gather(picture, ops.longs(2, 1, 0), 2);
        }
        if (channelsFirst(settings)) {
            picture = ops.transpose(picture, 2, 0, 1);
        }
        Ref batch = ops.op("Unsqueeze", ops.cast(picture, ElementType.FLOAT32), ops.longs(0));
        Ref scaled = ops.op("Mul", batch, lowering.dial("scale"));
        Ref centred = ops.op("Sub", scaled, lowering.dial("mean"));
        lowering.out("tensor", ops.op("Div", centred, lowering.dial("std")));
    }

    /** Three numbers for red, green and blue as they lie in the result, so that they meet their channels. */
    private static Tensor channels(Chosen settings, double[] rgb) {
        boolean blueFirst = settings.text("order").equals("BGR");
        float[] values = {(float) rgb[blueFirst ? 2 : 0], (float) rgb[1], (float) rgb[blueFirst ? 0 : 2]};
        long[] dims = channelsFirst(settings) ? new long[] {3, 1, 1} : new long[] {3};
        return Tensor.floats(dims, values);
    }

    private static boolean channelsFirst(Chosen settings) {
        return settings.text("layout").equals("NCHW");
    }

    private static Numbers numbers(Chosen settings) throws KindException {
        return switch (settings.text("range")) {
            case "symmetric" -> new Numbers(1 / 127.5, new double[] {1, 1, 1}, new double[] {1, 1, 1});
            case "unit" -> new Numbers(TO_UNIT, new double[] {0, 0, 0}, new double[] {1, 1, 1});
            // The mean and standard deviation of the training pictures, as torchvision's models take them.
            case "imagenet" ->
                new Numbers(TO_UNIT, new double[] {0.485, 0.456, 0.406}, new double[] {0.229, 0.224, 0.225});
            default -> own(settings);
        };
    }

    private static Numbers own(Chosen settings) throws KindException {
        for (double deviation : settings.numbers("std")) {
            if (deviation == 0) {
                throw KindException.setting(
                        "std", "nothing can be divided by 0", "Give 1 where nothing is to be divided");
            }
        }
        return new Numbers(settings.real("scale"), settings.numbers("mean"), settings.numbers("std"));
    }
}
