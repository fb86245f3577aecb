package dev.amalgam.kind.task;

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
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import java.util.List;

/**
 * {@code scores: float32[N,K] -> class: int64[N]}, or one-hot {@code uint8[N,K]}: the class with the highest score; of equal
 * ones the first.
 */
public final class ArgMaxKind implements Kind {
    @Override
    public String name() {
        return "arg-max";
    }

    @Override
    public About about() {
        return new About("Arg-max", Family.TASK, "soft → hard", "Decides for the one class with the highest score.");
    }

    @Override
    public Schema schema() {
        return Schema.of(new Setting(
                "form",
                "Form",
                "The number of the class, or a 1 in its column.",
                new Setting.Choice(List.of(new Option("index", "Index"), new Option("one-hot", "One-hot")), "index")));
    }

    @Override
    public Signature signature(Chosen settings, Components components) {
        return Signature.builder()
                .in("scores", "float32[N,K]", Form.LOGITS, Form.SOFT)
                .out("class", isOneHot(settings) ? "uint8[N,K]" : "int64[N]", Representation.HARD)
                .build();
    }

    @Override
    public void lower(Lowering lowering) {
        Ops ops = Ops.of(lowering);
        boolean oneHot = isOneHot(lowering.settings());
        Ref scores = lowering.in("scores");
        Ref best = ops.op("ArgMax", Attributes.of("axis", 1).and("keepdims", oneHot ? 1 : 0), scores);
        lowering.out("class", oneHot ? oneHot(ops, best, scores) : best);
    }

    /** Compares each column's number with the best one: [N,1] with [K]. */
    private static Ref oneHot(Ops ops, Ref best, Ref scores) {
        Ref count = ops.op("Squeeze", ops.sizes(scores, 1, 2));
        Ref columns = ops.op("Range", ops.scalar(0L), count, ops.scalar(1L));
        return ops.cast(ops.op("Equal", best, columns), ElementType.UINT8);
    }

    private static boolean isOneHot(Chosen settings) {
        return settings.text("form").equals("one-hot");
    }
}
