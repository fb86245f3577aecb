package dev.amalgam.desk;

import dev.amalgam.graph.Optimisation;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.run.OpenModel;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Stop;
import dev.amalgam.run.Worker;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Runs a model once, as it is written: the runtime rewrites nothing.
 *
 * @param folder where models are put for the worker meanwhile
 * @param stop ends a run that is under way
 */
public record OneRun(Worker worker, Path folder, Stop stop) {
    /**
     * The outputs that are tensors, by name.
     *
     * @throws RunException where the model does not take these inputs, or cannot be run
     * @throws IOException where it cannot be written for the worker
     */
    public Map<String, Tensor> of(OnnxModel model, Map<String, Tensor> inputs) throws RunException, IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".onnx");
        Set<String> outputs =
                model.inspect().outputs().stream().map(Inspection.Value::name).collect(Collectors.toSet());
        RunOptions options = RunOptions.DEFAULT.withOptimisation(Optimisation.NONE);
        List<OpenModel.Frame> frames = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            model.write(file);
            worker.open(file, outputs, options).run(List.of(inputs).iterator(), frames::add, stop);
        } finally {
            Files.deleteIfExists(file);
        }
        if (frames.isEmpty() || frames.getFirst().failure().isPresent()) {
            throw new RunException(frames.stream()
                    .flatMap(frame -> frame.failure().stream())
                    .map(failure -> failure.sentence())
                    .findFirst()
                    .orElse("It was stopped."));
        }
        return frames.getFirst().values();
    }
}
