package dev.amalgam.run.engine;

import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Worker;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** Asks the runtime what types the tensors inside a model have. Nothing of the model is run. */
public final class InnerTypes {
    private InnerTypes() {}

    /**
     * The types by tensor; inputs and outputs are among them.
     *
     * @param folder where the model is put meanwhile
     * @throws RunException where the runtime refuses the model
     * @throws IOException where it cannot be written
     */
    public static Map<String, TensorType> of(OnnxModel model, Worker worker, Path folder)
            throws RunException, IOException {
        Path exposed = folder.resolve(UUID.randomUUID() + ".exposed.onnx");
        try {
            model.exposed().write(exposed);
            return worker.types(exposed);
        } finally {
            Files.deleteIfExists(exposed);
        }
    }
}
