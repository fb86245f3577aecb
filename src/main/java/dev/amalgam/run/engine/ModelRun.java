package dev.amalgam.run.engine;

import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.run.OpenModel.Frame;
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
import java.util.UUID;
import java.util.stream.Collectors;

/** Runs one model by itself and keeps nothing. */
public final class ModelRun {
    private ModelRun() {}

    /**
     * All outputs, for each of several sets of inputs.
     *
     * @param folder where the model is put meanwhile
     * @throws RunException where the runtime refuses the model or what flows in
     * @throws IOException where the model cannot be written
     */
    public static List<Map<String, Tensor>> of(
            OnnxModel model, List<Map<String, Tensor>> inputs, Worker worker, Path folder, RunOptions options)
            throws RunException, IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".once.onnx");
        try {
            model.write(file);
            var outputs = model.inspect().outputs().stream()
                    .map(Inspection.Value::name)
                    .collect(Collectors.toSet());
            List<Frame> frames = new ArrayList<>();
            worker.open(file, outputs, options).run(inputs.iterator(), frames::add, new Stop());
            List<Map<String, Tensor>> values = new ArrayList<>();
            for (Frame frame : frames) {
                if (frame.failure().isPresent()) {
                    throw new RunException(
                            model.origin() + ": " + frame.failure().get().sentence());
                }
                values.add(frame.values());
            }
            return values;
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
