/** What is done to a model before it is used, step by step; the model itself stays as it is. */
@NullMarked
package dev.amalgam.onnx.recipe;

import org.jspecify.annotations.NullMarked;
