package dev.amalgam.onnx;

import dev.amalgam.tensor.Tensor;

/**
 * A weight in 8 bits.
 *
 * @param values int8, or uint8 where 128 stands for 0
 * @param scales by which they have to be multiplied, one for each row or column
 * @param zeros what stands for 0, one for each row or column
 */
record Eight(Tensor values, Tensor scales, Tensor zeros) {}
