package dev.amalgam.run;

import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run brought.
 *
 * @param values the fetched values by key, without those whose step failed
 * @param steps one result for each step of the request, in its order
 * @param device the device that ran, such as {@code cpu} or {@code cuda:0}
 * @param deviceNote why that is not the device that was asked for, if it is not
 */
public record RunResult(
        Map<String, Tensor> values, List<StepResult> steps, String device, Optional<String> deviceNote) {
    public RunResult {
        values = Map.copyOf(values);
        steps = List.copyOf(steps);
    }

    /** The result of the step with this name. */
    public Optional<StepResult> step(String name) {
        return steps.stream().filter(result -> result.step().equals(name)).findFirst();
    }

    /** The failures that are not mere consequences of others. */
    public List<StepResult> rootFailures() {
        return steps.stream()
                .filter(result ->
                        result.failure().isPresent() && !(result.failure().get() instanceof StepFailure.Skipped))
                .toList();
    }
}
