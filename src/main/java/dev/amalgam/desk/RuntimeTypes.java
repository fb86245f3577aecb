package dev.amalgam.desk;

import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.SurgeryException;
import dev.amalgam.project.ModelTypes;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Worker;
import dev.amalgam.run.engine.InnerTypes;
import dev.amalgam.run.engine.ModelRun;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the runtime once for each model what types its inner tensors have and what is fixed in it, in the background. */
final class RuntimeTypes implements ModelTypes {
    private static final Logger LOG = LoggerFactory.getLogger(RuntimeTypes.class);

    private final Worker worker;
    private final Path folder;
    private final Executor background;
    private final Map<String, Answer<Map<String, TensorType>>> types = new HashMap<>();
    private final Map<String, Answer<Computed>> constants = new HashMap<>();
    private final Listeners<String> arrivals = new Listeners<>();

    /** What the runtime says, and when those who want to know have been told. */
    private record Answer<T>(CompletableFuture<T> value, CompletableFuture<@Nullable Void> told) {
        Optional<T> now() {
            return value.isDone() ? Optional.of(value.join()) : Optional.empty();
        }
    }

    /** What the runtime computed, or why it could not. */
    private record Computed(Map<String, Tensor> values, String refusal) {}

    RuntimeTypes(Worker worker, Path folder, Executor background) {
        this.worker = worker;
        this.folder = folder;
        this.background = background;
    }

    @Override
    public Optional<Map<String, TensorType>> types(OnnxModel model) {
        return ask(types, model, () -> typesFromWorker(model)).filter(known -> !known.isEmpty());
    }

    @Override
    public Optional<Map<String, Tensor>> constants(OnnxModel part) throws SurgeryException {
        Optional<Computed> computed = ask(constants, part, () -> valuesFromWorker(part));
        if (computed.isPresent() && !computed.get().refusal().isEmpty()) {
            throw new SurgeryException(
                    "the runtime cannot compute what is fixed: "
                            + computed.get().refusal(),
                    "Remove this step");
        }
        return computed.map(Computed::values);
    }

    private synchronized <T> Optional<T> ask(Map<String, Answer<T>> known, OnnxModel model, Supplier<T> worker) {
        return known.computeIfAbsent(model.sha256(), sha256 -> {
                    CompletableFuture<T> value = CompletableFuture.supplyAsync(worker, background);
                    return new Answer<>(value, value.thenRunAsync(() -> arrivals.tell(sha256), background));
                })
                .now();
    }

    /** An empty answer where the runtime refuses: then the file's own word holds, and a run tells what is wrong. */
    private Map<String, TensorType> typesFromWorker(OnnxModel model) {
        try {
            return InnerTypes.of(model, worker, folder);
        } catch (RunException | IOException e) {
            LOG.info("the runtime tells no types of {}: {}", model.origin(), e.getMessage());
            return Map.of();
        }
    }

    private Computed valuesFromWorker(OnnxModel part) {
        try {
            return new Computed(
                    ModelRun.of(part, List.of(Map.of()), worker, folder, RunOptions.DEFAULT)
                            .getFirst(),
                    "");
        } catch (RunException | IOException e) {
            return new Computed(Map.of(), String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
        }
    }

    /** Calls {@code listener} whenever the runtime has answered for a model, on a background thread. */
    Subscription onArrival(Runnable listener) {
        return arrivals.add(_ -> listener.run());
    }

    /** Waits until every question has its answer, and everybody knows; what is asked meanwhile counts too. */
    void await() {
        CompletableFuture<?>[] open = open();
        while (open.length > 0) {
            CompletableFuture.allOf(open).join();
            open = open();
        }
    }

    /** Whether something was asked that has no answer yet. */
    boolean isBusy() {
        return open().length > 0;
    }

    private synchronized CompletableFuture<?>[] open() {
        return Stream.concat(types.values().stream(), constants.values().stream())
                .map(Answer::told)
                .filter(told -> !told.isDone())
                .toArray(CompletableFuture[]::new);
    }
}
