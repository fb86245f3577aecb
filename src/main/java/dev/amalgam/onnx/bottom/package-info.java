/** Finds what several models have in common from their inputs on. */
@NullMarked
package dev.amalgam.onnx.bottom;

import org.jspecify.annotations.NullMarked;
