package dev.amalgam.desk.cost;

import dev.amalgam.onnx.Work;
import java.util.OptionalLong;

/**
 * What a node, or all of them together, weighs and has to compute.
 *
 * @param parameters elements of all weights but whole numbers of 64 bits, booleans and texts
 * @param weightBytes bytes of all weights; equal ones count once
 * @param work its operators, for inputs as large as those that were seen last
 */
public record NodeCost(long parameters, long weightBytes, Work work) {
    /** The multiply-adds; empty where a size is not known or an operator has no formula, because nothing is guessed. */
    public OptionalLong multiplyAdds() {
        return work.multiplyAdds();
    }
}
