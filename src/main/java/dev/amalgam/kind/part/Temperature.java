package dev.amalgam.kind.part;

import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Setting;
import dev.amalgam.onnx.Ref;

/** The temperature of an activation: what logits are divided by first. */
public final class Temperature {
    private static final String SETTING = "temperature";

    private Temperature() {}

    /** Positive; 1 changes nothing. */
    public static Setting setting() {
        return new Setting(
                SETTING,
                "Temperature",
                "Above 1 makes the probabilities more alike, below 1 more decided.",
                new Setting.Real(0.001, 1000, 1));
    }

    /** Divides logits by what was chosen. */
    public static Ref divide(Ops ops, Ref logits, Chosen settings) {
        float temperature = (float) settings.real(SETTING);
        return temperature == 1 ? logits : ops.op("Div", logits, ops.scalar(temperature));
    }
}
