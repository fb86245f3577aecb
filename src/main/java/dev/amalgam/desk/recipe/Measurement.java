package dev.amalgam.desk.recipe;

import dev.amalgam.onnx.OnnxModel;
import java.util.Optional;

/**
 * What a recipe makes of a model.
 *
 * @param made the model after all steps
 * @param effect how its answers differ from those of the original; empty where the two cannot be compared
 * @param proof whether it takes any number of examples; empty where no step says so
 */
public record Measurement(OnnxModel made, Optional<Effect> effect, Optional<BatchProof> proof) {}
