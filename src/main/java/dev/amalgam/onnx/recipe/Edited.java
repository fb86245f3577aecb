package dev.amalgam.onnx.recipe;

import dev.amalgam.onnx.OnnxModel;

/**
 * What steps made of a model.
 *
 * @param model the model after them
 * @param complete whether the runtime has told all that they depend on; if not, the model means the same already, but will
 *     look different
 */
public record Edited(OnnxModel model, boolean complete) {}
