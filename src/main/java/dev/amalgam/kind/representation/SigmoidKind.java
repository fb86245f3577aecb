package dev.amalgam.kind.representation;

import dev.amalgam.kind.About;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.Lowering;
import dev.amalgam.kind.Schema;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.part.Ops;
import dev.amalgam.kind.part.Temperature;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import java.util.Map;

/** {@code logits: float32[…,K] -> probabilities: float32[…,K]}: {@code 1 / (1 + exp(−(x − shift)/T))}, T the temperature. */
public final class SigmoidKind implements Kind {
    @Override
    public String name() {
        return "sigmoid";
    }

    @Override
    public About about() {
        return new About(
                "Sigmoid",
                Family.REPRESENTATION,
                "independent soft",
                "Probabilities that stand each for itself: any number of classes may be true.");
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Temperature.setting(),
                new Setting(
                                "shift",
                                "Shift",
                                "The logit that becomes the probability 0.5.",
                                new Setting.Real(-1e6, 1e6, 0))
                        .asDial());
    }

    @Override
    public Signature signature(Chosen settings, Components components) {
        return Signature.builder()
                .in("logits", "float32[...B,K]", Form.LOGITS)
                .out("probabilities", "float32[...B,K]", Representation.SOFT_INDEPENDENT)
                .build();
    }

    @Override
    public Map<String, Tensor> dials(Chosen settings, Components components) {
        Tensor shift = Tensor.scalar((float) settings.real("shift"));
        return Map.of("shift", shift, Temperature.NAME, Temperature.dial(settings));
    }

    @Override
    public void lower(Lowering lowering) {
        Ops ops = Ops.of(lowering);
        Ref shifted = ops.op("Sub", lowering.in("logits"), lowering.dial("shift"));
        lowering.out("probabilities", ops.op("Sigmoid", Temperature.divide(lowering, shifted)));
    }
}
