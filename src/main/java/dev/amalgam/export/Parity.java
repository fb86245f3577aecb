package dev.amalgam.export;

import dev.amalgam.run.RunException;
import dev.amalgam.run.RunListener;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.RunRequest;
import dev.amalgam.run.RunResult;
import dev.amalgam.run.Step;
import dev.amalgam.run.Worker;
import dev.amalgam.tensor.Tensor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Runs an exported file and holds its outputs against what the amalgamation gave node by node. */
final class Parity {
    /** What the file gives, and how far that is from what it should give. */
    record Compared(Tensor actual, Difference difference) {}

    private final Worker worker;
    private final RunOptions options;

    Parity(Worker worker, RunOptions options) {
        this.worker = worker;
        this.options = options;
    }

    /**
     * By output, in the order of their names.
     *
     * @throws RunException where the file cannot be run on these inputs
     */
    Map<String, Compared> compare(Path model, Trial trial) throws RunException {
        Map<String, Tensor> actual = run(model, trial);
        Map<String, Compared> compared = new LinkedHashMap<>();
        for (Map.Entry<String, Tensor> expected : trial.expected().entrySet()) {
            Tensor is = actual.get(expected.getKey());
            if (is == null) {
                throw new RunException("The file has no output '" + expected.getKey() + "'. Export it again.");
            }
            compared.put(expected.getKey(), new Compared(is, Difference.between(is, expected.getValue())));
        }
        return compared;
    }

    private Map<String, Tensor> run(Path model, Trial trial) throws RunException {
        // Keys name values for the worker's cache; these must never meet those of another run.
        String unique = "parity:" + UUID.randomUUID() + ":";
        Map<String, Tensor> feeds = new HashMap<>();
        Map<String, String> inputs = new HashMap<>();
        trial.inputs().forEach((name, tensor) -> {
            feeds.put(unique + "in:" + name, tensor);
            inputs.put(name, unique + "in:" + name);
        });
        Map<String, String> outputs = new HashMap<>();
        trial.expected().keySet().forEach(name -> outputs.put(name, unique + "out:" + name));
        Step step = new Step(model.getFileName().toString(), model, inputs, outputs);
        RunResult result = worker.run(
                new RunRequest(feeds, List.of(step), Set.copyOf(outputs.values()), options), RunListener.NONE);
        if (!result.rootFailures().isEmpty()) {
            throw new RunException(
                    result.rootFailures().getFirst().failure().orElseThrow().sentence());
        }
        Map<String, Tensor> actual = new HashMap<>();
        outputs.forEach((name, key) -> {
            Tensor value = result.values().get(key);
            if (value != null) {
                actual.put(name, value);
            }
        });
        return actual;
    }
}
