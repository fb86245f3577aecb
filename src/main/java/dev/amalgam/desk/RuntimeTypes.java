package dev.amalgam.desk;

import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.project.ModelTypes;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Worker;
import dev.amalgam.run.engine.InnerTypes;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the runtime once for each model what types its inner tensors have, in the background. */
final class RuntimeTypes implements ModelTypes {
    private static final Logger LOG = LoggerFactory.getLogger(RuntimeTypes.class);

    private final Worker worker;
    private final Path folder;
    private final Executor background;
    private final Map<String, Answer> byModel = new HashMap<>();
    private final Listeners<String> arrivals = new Listeners<>();

    /** What the runtime says, and when those who want to know have been told. */
    private record Answer(CompletableFuture<Map<String, TensorType>> types, CompletableFuture<@Nullable Void> told) {}

    RuntimeTypes(Worker worker, Path folder, Executor background) {
        this.worker = worker;
        this.folder = folder;
        this.background = background;
    }

    @Override
    public Optional<Map<String, TensorType>> types(OnnxModel model) {
        CompletableFuture<Map<String, TensorType>> answer = ask(model).types();
        return answer.isDone() ? Optional.of(answer.join()).filter(types -> !types.isEmpty()) : Optional.empty();
    }

    private synchronized Answer ask(OnnxModel model) {
        return byModel.computeIfAbsent(model.sha256(), sha256 -> {
            CompletableFuture<Map<String, TensorType>> types =
                    CompletableFuture.supplyAsync(() -> fromWorker(model), background);
            return new Answer(types, types.thenRunAsync(() -> arrivals.tell(sha256), background));
        });
    }

    /** An empty answer where the runtime refuses: then the file's own word holds, and a run tells what is wrong. */
    private Map<String, TensorType> fromWorker(OnnxModel model) {
        try {
            return InnerTypes.of(model, worker, folder);
        } catch (RunException | IOException e) {
            LOG.info("the runtime tells no types of {}: {}", model.origin(), e.getMessage());
            return Map.of();
        }
    }

    /** Calls {@code listener} whenever the runtime has answered for a model, on a background thread. */
    Subscription onArrival(Runnable listener) {
        return arrivals.add(_ -> listener.run());
    }

    /** Waits until every model that was asked for has its answer, and everybody knows. */
    void await() {
        CompletableFuture<?>[] open;
        synchronized (this) {
            open = byModel.values().stream().map(Answer::told).toArray(CompletableFuture[]::new);
        }
        CompletableFuture.allOf(open).join();
    }
}
