package dev.amalgam.kind;

import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.SurgeryException;
import dev.amalgam.onnx.recipe.Answers;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunListener;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.RunRequest;
import dev.amalgam.run.RunResult;
import dev.amalgam.run.Step;
import dev.amalgam.run.StepFailure;
import dev.amalgam.run.Worker;
import dev.amalgam.run.WorkerSettings;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The runtime that people get, in its own process, started once for all tests of kinds. */
public final class RealRuntime {
    private static final AtomicInteger RUNS = new AtomicInteger();

    /** What it tells of models, at once. */
    public static final Answers ANSWERS = new Answers() {
        @Override
        public Optional<Map<String, TensorType>> types(OnnxModel model) {
            return Optional.of(RealRuntime.types(model));
        }

        @Override
        public Optional<Map<String, Tensor>> constants(OnnxModel part) throws SurgeryException {
            try {
                return Optional.of(run(part, Map.of(), outputs(part)));
            } catch (Failed e) {
                throw new SurgeryException(String.valueOf(e.getMessage()), "Remove this step");
            }
        }
    };

    private RealRuntime() {}

    /** The names of all outputs. */
    public static Set<String> outputs(OnnxModel model) {
        return model.inspect().outputs().stream().map(Inspection.Value::name).collect(Collectors.toSet());
    }

    private static final class Holder {
        static final Worker WORKER = start();

        private static Worker start() {
            Worker worker = Worker.start(WorkerSettings.defaults());
            Runtime.getRuntime().addShutdownHook(new Thread(worker::close));
            return worker;
        }
    }

    /** Thrown where the runtime refuses a model or an input. */
    public static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(StepFailure failure) {
            super(failure.sentence());
        }
    }

    /** All outputs of a model for these inputs. */
    public static Map<String, Tensor> run(OnnxModel model, Map<String, Tensor> inputs, Set<String> outputs) {
        String prefix = "run" + RUNS.incrementAndGet() + "/";
        return withFile(model, file -> {
            Map<String, Tensor> feeds = new LinkedHashMap<>();
            inputs.forEach((port, tensor) -> feeds.put(prefix + "in/" + port, tensor));
            Step step = new Step("it", file, keys(inputs.keySet(), prefix + "in/"), keys(outputs, prefix + "out/"));
            RunResult result = Holder.WORKER.run(
                    new RunRequest(
                            feeds, List.of(step), Set.copyOf(step.outputs().values()), RunOptions.DEFAULT),
                    RunListener.NONE);
            result.step("it").orElseThrow().failure().ifPresent(failure -> {
                throw new Failed(failure);
            });
            Map<String, Tensor> values = new LinkedHashMap<>();
            step.outputs()
                    .forEach((port, key) -> values.put(port, result.values().get(key)));
            return values;
        });
    }

    /** The types of all tensors of a model. */
    public static Map<String, TensorType> types(OnnxModel model) {
        try {
            return withFile(model.exposed(), Holder.WORKER::types);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> keys(Set<String> ports, String prefix) {
        Map<String, String> keys = new LinkedHashMap<>();
        ports.forEach(port -> keys.put(port, prefix + port));
        return keys;
    }

    private interface WithFile<T> {
        T apply(Path file) throws IOException, RunException;
    }

    private static <T> T withFile(OnnxModel model, WithFile<T> work) {
        try {
            Path file = Files.createTempFile("kind", ".onnx");
            try {
                model.write(file);
                return work.apply(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RunException e) {
            throw new IllegalStateException(e);
        }
    }
}
