package dev.amalgam.desk.cost;

import dev.amalgam.desk.Figures;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the tasks cost with one shared bottom, and what they would cost with a bottom each.
 *
 * @param measured the file with the shared bottom, and with what it was measured
 * @param tasks how many tasks there are
 * @param shared all tasks in one model
 * @param separate a model for each task, run one after the other
 */
public record Sharing(Measured measured, int tasks, Side shared, Side separate) {
    /**
     * One of the two.
     *
     * @param times milliseconds for all tasks, of interleaved rounds of one run
     * @param memoryBytes by how much the process that runs it grew when it had loaded and run it once; empty where the system
     *     does not tell
     * @param fileBytes bytes of its files
     * @param cost what it weighs and has to compute
     */
    public record Side(Spread times, OptionalLong memoryBytes, long fileBytes, Weight cost) {}

    /** What a side weighs and has to compute; multiply-adds are empty where they are not known. */
    public record Weight(long parameters, long weightBytes, OptionalLong multiplyAdds) {
        Weight plus(Weight other) {
            boolean known = multiplyAdds.isPresent() && other.multiplyAdds.isPresent();
            return new Weight(
                    parameters + other.parameters,
                    weightBytes + other.weightBytes,
                    known
                            ? OptionalLong.of(multiplyAdds.getAsLong() + other.multiplyAdds.getAsLong())
                            : OptionalLong.empty());
        }

        static Weight of(NodeCost cost) {
            return new Weight(cost.parameters(), cost.weightBytes(), cost.multiplyAdds());
        }
    }

    /** How many times longer separate models take. */
    public double ratio() {
        return separate.times().median() / shared.times().median();
    }

    /** As people would say it: {@code 4 tasks with one bottom: 21.0 ms; with a bottom each: 83.2 ms, 3.96 times as long}. */
    public String sentence() {
        return tasks + " tasks with one bottom: "
                + Figures.milliseconds(shared.times().median()) + "; with a bottom each: "
                + Figures.milliseconds(separate.times().median()) + ", " + Figures.number(ratio())
                + " times as long";
    }

    /** How much more memory separate models take, where the system tells. */
    public Optional<Double> memoryRatio() {
        return shared.memoryBytes().isPresent() && separate.memoryBytes().isPresent()
                ? Optional.of((double) separate.memoryBytes().getAsLong()
                        / Math.max(1, shared.memoryBytes().getAsLong()))
                : Optional.empty();
    }
}
