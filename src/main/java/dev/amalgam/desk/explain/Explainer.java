package dev.amalgam.desk.explain;

import dev.amalgam.desk.SampleSizes;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.Obstacle;
import dev.amalgam.onnx.Obstacle.Against;
import dev.amalgam.onnx.Obstacles;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Provenance;
import dev.amalgam.onnx.Work;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Worker;
import dev.amalgam.run.engine.InnerTypes;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Explains models. Asks the runtime, so not for the window's own thread. */
public final class Explainer {
    private static final Logger LOG = LoggerFactory.getLogger(Explainer.class);

    private final Worker worker;
    private final Path folder;

    /** @param folder where models are put for the worker meanwhile */
    public Explainer(Worker worker, Path folder) {
        this.worker = worker;
        this.folder = folder;
    }

    /** All that is to be known of a model. What the runtime does not tell is left out, and why is among the obstacles. */
    public Explanation explain(OnnxModel model) {
        List<Obstacle> obstacles = new ArrayList<>(Obstacles.of(model));
        Map<String, TensorType> types = Map.of();
        try {
            types = InnerTypes.of(model, worker, folder);
        } catch (RunException | IOException e) {
            obstacles.add(new Obstacle(
                    Against.RUNNING,
                    "the model",
                    "The runtime refuses it: "
                            + String.valueOf(e.getMessage()).strip().replaceFirst("\\.$", ""),
                    "Export it again for ONNX Runtime"));
        }
        Tried tried = types.isEmpty() ? Tried.NOTHING : attempt(model);
        return new Explanation(
                model,
                Provenance.of(model),
                types,
                tried.inputs(),
                tried.multiplyAdds(),
                tried.memory(),
                OpenSizes.of(model.inspect()),
                obstacles);
    }

    private record Tried(
            SequencedMap<String, TensorType> inputs, OptionalLong multiplyAdds, Optional<LiveMemory> memory) {
        static final Tried NOTHING = new Tried(new LinkedHashMap<>(), OptionalLong.empty(), Optional.empty());
    }

    /** The first sizes that the model takes. */
    private Tried attempt(OnnxModel model) {
        for (SequencedMap<String, TensorType> inputs : SampleSizes.of(inputs(model))) {
            try {
                Map<String, TensorType> types = new InnerSizes(worker, folder).of(model, inputs);
                Work work = model.work(types);
                return new Tried(inputs, work.multiplyAdds(), LiveMemory.of(model, work, types));
            } catch (RunException | IOException e) {
                LOG.info("{} does not take {}: {}", model.origin(), inputs, e.getMessage());
            }
        }
        return Tried.NOTHING;
    }

    private static SequencedMap<String, TensorType> inputs(OnnxModel model) {
        SequencedMap<String, TensorType> types = new LinkedHashMap<>();
        for (Inspection.Value input : model.inspect().inputs()) {
            input.type().ifPresent(type -> types.put(input.name(), type));
        }
        return types;
    }
}
