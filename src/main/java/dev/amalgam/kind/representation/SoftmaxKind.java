package dev.amalgam.kind.representation;

import dev.amalgam.kind.About;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.Lowering;
import dev.amalgam.kind.Schema;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.part.Ops;
import dev.amalgam.kind.part.Temperature;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import java.util.Map;

/**
 * {@code logits: float32[…,K] -> probabilities: float32[…,K]}: {@code exp(x/T) / Σ exp(x/T)} over the last axis, T the
 * temperature (Hinton et al. 2015; Guo et al. 2017 for calibration).
 */
public final class SoftmaxKind implements Kind {
    @Override
    public String name() {
        return "softmax";
    }

    @Override
    public About about() {
        return new About(
                "Softmax",
                Family.REPRESENTATION,
                "logits → soft",
                "Probabilities that share one unit: exactly one class is true.");
    }

    @Override
    public Schema schema() {
        return Schema.of(Temperature.setting());
    }

    @Override
    public Signature signature(Chosen settings, Components components) {
        return Signature.builder()
                .in("logits", "float32[...B,K]", Form.LOGITS)
                .out("probabilities", "float32[...B,K]", Representation.SOFT)
                .build();
    }

    @Override
    public Map<String, Tensor> dials(Chosen settings, Components components) {
        return Map.of(Temperature.NAME, Temperature.dial(settings));
    }

    @Override
    public void lower(Lowering lowering) {
        Ops ops = Ops.of(lowering);
        Ref scaled = Temperature.divide(lowering, lowering.in("logits"));
        lowering.out("probabilities", ops.op("Softmax", Attributes.of("axis", -1), scaled));
    }
}
