package dev.amalgam.kind.part;

import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Lowering;
import dev.amalgam.kind.Setting;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.Tensor;

/** The temperature of an activation: what logits are divided by first. */
public final class Temperature {
    /** The name of the setting, and of its dial. */
    public static final String NAME = "temperature";

    private Temperature() {}

    /** Positive; 1 changes nothing. */
    public static Setting setting() {
        return new Setting(
                        NAME,
                        "Temperature",
                        "Above 1 makes the probabilities more alike, below 1 more decided.",
                        new Setting.Real(0.001, 1000, 1))
                .asDial();
    }

    /** What was chosen, as float32 without axes. */
    public static Tensor dial(Chosen settings) {
        return Tensor.scalar((float) settings.real(NAME));
    }

    /** Divides logits by what was chosen. */
    public static Ref divide(Lowering lowering, Ref logits) {
        return Ops.of(lowering).op("Div", logits, lowering.dial(NAME));
    }
}
