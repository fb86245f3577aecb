package dev.amalgam.kind.part;

import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Setting;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A learned linear layer from files: D features in, K classes out. Frameworks store its weights as [D,K] (Keras), as [K,D]
 * (PyTorch, ONNX Gemm) or as a convolution of one pixel, [K,D,1,1]; which it is follows from the width that comes in.
 */
public final class Classifier {
    private static final String WEIGHTS = "weights";
    private static final String BIAS = "bias";
    private static final String ORIENTATION = "orientation";

    private final Tensor weights;
    private final Optional<Tensor> bias;
    private final Orientation orientation;

    private enum Orientation {
        OPEN,
        CLASSES_FIRST,
        FEATURES_FIRST
    }

    private Classifier(Tensor weights, Optional<Tensor> bias, Orientation orientation) {
        this.weights = weights;
        this.bias = bias;
        this.orientation = orientation;
    }

    /** What has to be chosen for one. */
    public static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        settings.addAll(WeightSource.settings(
                WEIGHTS, "Weights", "The learned weights: a NumPy array, or a model that has them.", true));
        settings.addAll(WeightSource.settings(
                BIAS, "Bias", "The learned offset of each class; left empty where there is none.", false));
        settings.add(new Setting(
                ORIENTATION,
                "Order of the axes",
                "How the weights lie in the file; found by the width of what comes in where that tells it.",
                new Setting.Choice(
                        List.of(
                                new Setting.Option("auto", "Found by the width"),
                                new Setting.Option("classes-first", "Classes × features"),
                                new Setting.Option("features-first", "Features × classes")),
                        "auto")));
        return List.copyOf(settings);
    }

    /**
     * Reads what was chosen.
     *
     * @param width the number of features that come in, where it is known
     * @throws KindException where the weights are no such layer, or do not fit the width or the bias
     */
    public static Classifier read(Chosen settings, Components components, OptionalLong width) throws KindException {
        settings.requiredFile(WEIGHTS);
        Tensor weights = WeightSource.read(settings, components, WEIGHTS).orElseThrow();
        Optional<Tensor> bias = WeightSource.read(settings, components, BIAS);
        Orientation orientation = switch (settings.text(ORIENTATION)) {
            case "classes-first" -> Orientation.CLASSES_FIRST;
            case "features-first" -> Orientation.FEATURES_FIRST;
            default -> found(weights.dims(), width, bias);
        };
        Classifier classifier = new Classifier(weights, bias, orientation);
        classifier.checkForm();
        classifier.checkFit(width);
        return classifier;
    }

    /** Which axis is which: by the width that comes in; while that is not known, by the length of the bias. */
    private static Orientation found(long[] dims, OptionalLong width, Optional<Tensor> bias) {
        if (dims.length != 2) {
            return Orientation.CLASSES_FIRST;
        }
        if (width.isPresent() && dims[0] != dims[1]) {
            return width.getAsLong() == dims[0] ? Orientation.FEATURES_FIRST : Orientation.CLASSES_FIRST;
        }
        if (dims[0] == dims[1]) {
            return Orientation.FEATURES_FIRST;
        }
        long classes = bias.map(Tensor::elements).orElse(-1L);
        return classes == dims[1]
                ? Orientation.FEATURES_FIRST
                : classes == dims[0] ? Orientation.CLASSES_FIRST : Orientation.OPEN;
    }

    private void checkForm() throws KindException {
        long[] dims = weights.dims();
        boolean onePixel = dims.length == 4 && dims[2] == 1 && dims[3] == 1 && orientation == Orientation.CLASSES_FIRST;
        if (dims.length != 2 && !onePixel) {
            throw KindException.setting(
                    WEIGHTS,
                    "they are " + weights.type() + ", and a classifier has [D,K], [K,D] or [K,D,1,1]",
                    "Choose the weights of a linear layer");
        }
    }

    private void checkFit(OptionalLong width) throws KindException {
        if (width.isPresent() && width.getAsLong() != features()) {
            throw new KindException(
                    "wrong-width",
                    WEIGHTS,
                    "The weights are " + weights.type() + ", and what comes in has " + width.getAsLong()
                            + " features: they do not fit",
                    "Choose weights for " + width.getAsLong() + " features, or connect what these were learned on");
        }
        if (bias.isPresent() && orientation != Orientation.OPEN && bias.get().elements() != classes()) {
            throw KindException.setting(
                    BIAS,
                    "it is " + bias.get().type() + ", and the weights " + weights.type() + " are for " + classes()
                            + " classes",
                    "Choose the bias that belongs to the weights");
        }
    }

    private boolean isOpen() {
        return orientation == Orientation.OPEN;
    }

    private long features() {
        return weights.dims()[orientation == Orientation.FEATURES_FIRST ? 0 : 1];
    }

    private long classes() {
        return weights.dims()[orientation == Orientation.FEATURES_FIRST ? 1 : 0];
    }

    /** The size D of what comes in; a variable {@code D} as long as it is open which axis it is. */
    public Dim width() {
        return isOpen() ? Dim.named("D") : Dim.of(features());
    }

    /** The number of classes K. As long as it is open which axis that is, it is what both axes together leave beside D. */
    public Dim count() {
        return isOpen() ? Dim.of(Arrays.stream(weights.dims()).sum()).minus(width()) : Dim.of(classes());
    }

    /**
     * The weights as float32[K,D].
     *
     * @throws KindException where it is still open which axis is which
     */
    public Ref rows(Ops ops) throws KindException {
        Ref stored = ops.constant(weights);
        return switch (orientation) {
            case FEATURES_FIRST -> ops.transpose(stored, 1, 0);
            case CLASSES_FIRST -> weights.dims().length == 2 ? stored : ops.op("Squeeze", stored, ops.longs(2, 3));
            case OPEN ->
                throw KindException.setting(
                        ORIENTATION,
                        "the width of what comes in is not known, so the weights " + weights.type()
                                + " can be read in two ways",
                        "Choose the order of the axes");
        };
    }

    /** Logits float32[N,K] of {@code features}, float32[N,D]. @throws KindException as {@link #rows} */
    public Ref logits(Ops ops, Ref features) throws KindException {
        Ref offset = bias.map(b -> ops.constant(flat(b))).orElse(Ref.NONE);
        return ops.linear(features, rows(ops), offset);
    }

    /** A bias may be stored with axes of size 1 around it. */
    private static Tensor flat(Tensor bias) {
        return Tensor.of(bias.element(), new long[] {bias.elements()}, bias.bytes());
    }
}
