package dev.amalgam.desk.merge;

import dev.amalgam.desk.compare.Deviation;
import dev.amalgam.onnx.bottom.CommonBottom;
import java.util.List;

/**
 * How what comes out with one bottom stands to what the models give by themselves, on the same sample, with nothing rewritten
 * by the runtime.
 *
 * @param results one for each output of each model; none where no sample could be found that all models take
 * @param sample what flowed in
 * @param why what stood against a proof, empty where there is one
 */
public record MergeProof(List<Result> results, Sample sample, String why) {
    /**
     * One output.
     *
     * @param model the name of the model
     * @param output the name of its output
     * @param deviation how far it is from what the model gives by itself
     */
    public record Result(String model, String output, Deviation deviation) {}

    public MergeProof {
        results = List.copyOf(results);
    }

    /** Whether something was proved. */
    public boolean isThere() {
        return !results.isEmpty();
    }

    /** Whether everything is equal to the last bit. */
    public boolean isEqual() {
        return isThere()
                && results.stream().allMatch(result -> result.deviation().isEqual());
    }

    /** Whether nothing speaks against it: what was found to be equal gives equal results, as far as that could be tried. */
    public boolean holds(CommonBottom common) {
        return !isThere() || isEqual() || !common.isExact();
    }

    /** The result that lies furthest apart. @throws java.util.NoSuchElementException where there is none */
    public Result worst() {
        return results.stream()
                .max((a, b) -> a.deviation().compareTo(b.deviation()))
                .orElseThrow();
    }

    /** What was found, in a sentence. */
    public String sentence() {
        if (!isThere()) {
            return "It could not be proved on a sample: " + why;
        }
        return isEqual()
                ? "On a sample, every output is equal to the last bit"
                : "On a sample, " + worst().output() + " of " + worst().model() + " is furthest from what it was: "
                        + worst().deviation().sentence();
    }
}
