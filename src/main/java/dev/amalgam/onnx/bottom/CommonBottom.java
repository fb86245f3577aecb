package dev.amalgam.onnx.bottom;

import dev.amalgam.onnx.OnnxModel;
import java.util.List;

/**
 * What several models have in common from their inputs on, and what each of them makes of it.
 *
 * @param bottom the common part, cut from the first model; its outputs are the boundary, the tensors that the rests need
 * @param operators how many operators it has
 * @param branches one for each model, in their order
 * @param difference the largest difference of two weights that were taken for one; 0 where all are equal
 */
public record CommonBottom(OnnxModel bottom, int operators, List<Branch> branches, double difference)
        implements Common {
    public CommonBottom {
        branches = List.copyOf(branches);
    }

    /** The tensors of the first model in which the common part ends. */
    public List<String> boundary() {
        return bottom.inspect().outputs().stream().map(it -> it.name()).toList();
    }

    /** The parameters that are needed once instead of as often as there are models. */
    public long parameters() {
        return bottom.inspect().parameters();
    }

    /** Bytes of weights that need not be stored because the bottom is there once. */
    public long savedBytes() {
        return bottom.inspect().weightBytes() * (branches.size() - 1);
    }

    /** Whether every weight is equal to the last bit, so that nothing that comes out changes. */
    public boolean isExact() {
        return difference == 0;
    }
}
