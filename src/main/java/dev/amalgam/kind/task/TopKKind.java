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
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.View;
import dev.amalgam.kind.part.DecimalText;
import dev.amalgam.kind.part.Labels;
import dev.amalgam.kind.part.Ops;
import dev.amalgam.kind.part.Ranked;
import dev.amalgam.kind.part.Sizes;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.Map;

/**
 * {@code scores: float32[N,K] -> text: string[N,k], labels: string[N,k], scores: float32[N,k], indices: int64[N,k], entropy:
 * float32[N]}: the best k by name, made in the graph, such as {@code Egyptian cat 0.62}, and how undecided the row is:
 * {@code H = −Σ p ln p} in nats (Shannon 1948; 0·ln 0 counts as 0). The entropy line is one more text, such as {@code
 * entropy 0.98 nats}.
 */
public final class TopKKind implements Kind {
    /** The smallest normal float32: p ln p is as good as 0 there, and its logarithm is finite. */
    private static final float SMALLEST = Float.MIN_NORMAL;

    @Override
    public String name() {
        return "top-k";
    }

    @Override
    public About about() {
        return new About(
                "Top-k", Family.TASK, "soft → names", "Says the most probable classes by name, as text in the graph.");
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Labels.setting(),
                Ranked.setting("How many names, best first.", 5),
                new Setting(
                        "entropy-line",
                        "Entropy line",
                        "Adds one more text that says how undecided the whole row is.",
                        new Setting.Flag(false)));
    }

    @Override
    public Signature signature(Chosen settings, Components components) throws KindException {
        return signature(settings, components, Map.of());
    }

    @Override
    public Signature signature(Chosen settings, Components components, Map<String, TensorType> inputs)
            throws KindException {
        Labels labels = Labels.read(settings, components);
        long k = settings.whole("k");
        Ranked.check(k, labels.count().known(), "k");
        Ranked.check(k, Sizes.last(inputs, "scores"), "k");
        Dim rows = Dim.named("N");
        Dim best = Dim.of(k);
        Dim texts = Dim.of(settings.flag("entropy-line") ? k + 1 : k);
        return Signature.builder()
                .in("scores", Sizes.floats(rows, labels.count()), Form.SOFT)
                .out("text", Sizes.of(ElementType.STRING, rows, texts), Representation.STRUCTURED)
                .out("labels", Sizes.of(ElementType.STRING, rows, best), Representation.STRUCTURED)
                .out("scores", Sizes.floats(rows, best), Representation.of(Form.SOFT))
                .out("indices", Sizes.of(ElementType.INT64, rows, best), Representation.STRUCTURED)
                .out("entropy", Sizes.floats(rows), Representation.STRUCTURED)
                .build();
    }

    @Override
    public Map<String, Tensor> dials(Chosen settings, Components components) {
        return Ranked.dials(settings);
    }

    @Override
    public void lower(Lowering lowering) throws KindException {
        Ops ops = Ops.of(lowering);
        Chosen settings = lowering.settings();
        Ref scores = lowering.in("scores");
        Labels labels = Labels.read(settings, lowering.components());
        Ranked ranked = Ranked.of(ops, scores, lowering.dial(Ranked.COUNT), labels.names());
        Ref entropy = entropy(ops, scores);
        Ref text = ranked.text(ops);
        lowering.out("text", settings.flag("entropy-line") ? ops.concat(1, text, entropyLine(ops, entropy)) : text);
        lowering.out("labels", ranked.labels());
        lowering.out("scores", ranked.scores());
        lowering.out("indices", ranked.indices());
        lowering.out("entropy", ops.op("Squeeze", entropy, ops.longs(1)));
    }

    /** float32[N,1]. */
    private static Ref entropy(Ops ops, Ref scores) {
        Ref logarithms = ops.op("Log", ops.op("Max", scores, ops.scalar(SMALLEST)));
        Ref sum = ops.op("ReduceSum", Attributes.of("keepdims", 1), ops.op("Mul", scores, logarithms), ops.longs(1));
        // 0 − sum and not −sum: a decided row has the entropy 0, not −0.
        return ops.op("Sub", ops.scalar(0f), sum);
    }

    private static Ref entropyLine(Ops ops, Ref entropy) {
        return ops.join(ops.text("entropy "), DecimalText.of(ops, entropy), ops.text(" nats"));
    }

    @Override
    public View view(Chosen settings, Components components) {
        return new View.Ranking("labels", "scores");
    }
}
