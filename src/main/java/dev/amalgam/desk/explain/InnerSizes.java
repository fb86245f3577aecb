package dev.amalgam.desk.explain;

import dev.amalgam.desk.OneRun;
import dev.amalgam.export.SeededInput;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Stop;
import dev.amalgam.run.Worker;
import dev.amalgam.run.engine.InnerTypes;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds how large the tensors inside a model are for inputs of one size: by asking the runtime, and else by running it once. */
final class InnerSizes {
    private static final long SEED = 20;

    private final Worker worker;
    private final Path folder;

    InnerSizes(Worker worker, Path folder) {
        this.worker = worker;
        this.folder = folder;
    }

    /**
     * The types by tensor.
     *
     * @throws RunException where the model does not take such inputs
     * @throws IOException where it cannot be written for the worker
     */
    Map<String, TensorType> of(OnnxModel model, Map<String, TensorType> inputs) throws RunException, IOException {
        OnnxModel fed = model.fed(inputs);
        Map<String, TensorType> types = new HashMap<>(InnerTypes.of(fed, worker, folder));
        boolean known = fed.inspect().interior().stream()
                .map(Inspection.Interior::tensor)
                .allMatch(tensor ->
                        types.containsKey(tensor) && types.get(tensor).shape().isKnown());
        Optional<Map<String, Tensor>> noise = known ? Optional.empty() : SeededInput.all(inputs, SEED);
        if (noise.isPresent()) {
            new OneRun(worker, folder, new Stop())
                    .of(fed.exposed(), noise.get())
                    .forEach((tensor, value) -> types.put(tensor, value.type()));
        }
        return types;
    }
}
