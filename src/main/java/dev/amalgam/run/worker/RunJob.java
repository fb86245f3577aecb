package dev.amalgam.run.worker;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.amalgam.run.Plan;
import dev.amalgam.run.Step;
import dev.amalgam.run.StepFailure;
import dev.amalgam.run.StepResult;
import dev.amalgam.run.channel.FromWorker;
import dev.amalgam.run.channel.NoRoomException;
import dev.amalgam.run.channel.RunningMark;
import dev.amalgam.run.channel.TensorRef;
import dev.amalgam.run.channel.ToWorker;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One request to run: plans, runs what is needed, and hands every wanted value out as soon as it is there. */
final class RunJob {
    private final ToWorker.Run request;
    private final Sessions sessions;
    private final ValueCache cache;
    private final Stopper stopper;
    private final long memoryBytes;
    private final Lane lane;
    private final Service.Answers answers;
    private final RunningMark running;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Tensor> feeds = new HashMap<>();
    private Placement placement;
    /** The feeds that a step took, over the same memory. */
    private final Map<String, OnnxTensor> taken = new HashMap<>();
    /** The keys that there will be no value for, each with the step to blame. */
    private final Map<String, String> lost = new HashMap<>();

    RunJob(
            ToWorker.Run request,
            Sessions sessions,
            ValueCache cache,
            Stopper stopper,
            long memoryBytes,
            Lane lane,
            Service.Answers answers,
            RunningMark running) {
        this.request = request;
        this.sessions = sessions;
        this.cache = cache;
        this.stopper = stopper;
        this.memoryBytes = memoryBytes;
        this.lane = lane;
        this.answers = answers;
        this.running = running;
        request.steps().forEach(step -> numbers.put(step.name(), numbers.size()));
        this.placement = sessions.devices().choose(request.options().device());
    }

    void run() throws IOException {
        Optional<StepFailure> failure = Optional.empty();
        try {
            takeFeeds();
            runOrFallBack();
        } catch (OrtException | NoRoomException e) {
            failure = Optional.of(Failures.of(e, memoryBytes));
        } finally {
            taken.values().forEach(OnnxTensor::close);
            cache.trim(Set.of());
            lane.clear();
        }
        answers.send(new FromWorker.Done(request.id(), placement.device().name(), placement.note(), failure));
    }

    /** Where the device cannot run one of the models, the processor runs all: no value comes of two devices. */
    private void runOrFallBack() throws IOException, OrtException {
        try {
            runAll();
        } catch (DeviceRefusal e) {
            placement = sessions.devices().refuse(e);
            lost.clear();
            answers.send(new FromWorker.Anew(request.id()));
            runAll();
        }
    }

    private void runAll() throws IOException, OrtException {
        cache.begin(new ValueCache.How(
                placement.device(),
                request.options().threads(),
                request.options().optimisation()));
        Plan plan = Plan.of(request.steps(), request.fetch(), this::isHeld);
        sendHeld(request.fetch());
        for (Step step : plan.run()) {
            runStep(step, plan);
        }
    }

    private void takeFeeds() throws IOException {
        for (Map.Entry<String, TensorRef> feed : request.feeds().entrySet()) {
            feeds.put(feed.getKey(), lane.feeds().view(feed.getValue()));
        }
    }

    private boolean isHeld(String key) {
        return feeds.containsKey(key) || cache.has(key);
    }

    private OnnxTensor held(String key) throws OrtException {
        Tensor feed = feeds.get(key);
        if (feed == null) {
            return Objects.requireNonNull(cache.get(key), key);
        }
        OnnxTensor known = taken.get(key);
        if (known != null) {
            return known;
        }
        OnnxTensor fresh = sessions.tensors().wrap(feed);
        taken.put(key, fresh);
        return fresh;
    }

    private Tensor value(String key) throws OrtException {
        Tensor feed = feeds.get(key);
        return feed != null ? feed : OrtTensors.copy(held(key));
    }

    private void sendHeld(Iterable<String> keys) throws IOException, OrtException {
        Map<String, TensorRef> values = new LinkedHashMap<>();
        for (String key : keys) {
            if (request.fetch().contains(key) && isHeld(key)) {
                values.put(key, lane.values().put(value(key)));
            }
        }
        if (!values.isEmpty()) {
            answers.send(new FromWorker.Values(request.id(), values));
        }
    }

    private void runStep(Step step, Plan plan) throws IOException {
        StepResult result = attempt(step);
        if (result.failure().isPresent()) {
            String cause =
                    result.failure().get() instanceof StepFailure.Skipped skipped ? skipped.because() : step.name();
            step.outputs().values().forEach(key -> lost.putIfAbsent(key, cause));
        }
        answers.send(new FromWorker.Finished(request.id(), result));
        cache.trim(plan.used());
    }

    private StepResult attempt(Step step) throws IOException {
        Optional<String> cause = step.inputs().values().stream()
                .flatMap(key -> Optional.ofNullable(lost.get(key)).stream())
                .findFirst();
        if (cause.isPresent()) {
            return StepResult.failed(step.name(), new StepFailure.Skipped(cause.get()));
        }
        if (request.failed().contains(step.name())) {
            return StepResult.failed(step.name(), new StepFailure.Skipped(step.name()));
        }
        if (stopper.isStopped(request.id())) {
            return StepResult.failed(step.name(), new StepFailure.Cancelled());
        }
        running.loads(Objects.requireNonNull(numbers.get(step.name())));
        try {
            Sessions.Key key = Sessions.key(step.model(), placement.device(), request.options());
            answers.send(new FromWorker.Started(request.id(), step.name(), sessions.isQuick(key)));
            return execute(step, key);
        } catch (OrtException | NoRoomException | NoSuchFileException | OutOfMemoryError | IllegalStateException e) {
            StepFailure failure =
                    stopper.isStopped(request.id()) ? new StepFailure.Cancelled() : Failures.of(e, memoryBytes);
            return StepResult.failed(step.name(), failure);
        } finally {
            running.clear();
        }
    }

    private StepResult execute(Step step, Sessions.Key key) throws OrtException, IOException {
        long start = System.nanoTime();
        LoadedModel model = sessions.get(key);
        double loadMs = (System.nanoTime() - start) / 1e6;
        running.runs();
        Map<String, OnnxTensor> inputs = new HashMap<>();
        for (Map.Entry<String, String> input : step.inputs().entrySet()) {
            inputs.put(input.getKey(), held(input.getValue()));
        }
        Optional<StepFailure> unfit = Inputs.check(model, inputs, step.outputs().keySet());
        if (unfit.isPresent()) {
            return StepResult.failed(step.name(), unfit.get());
        }
        double ms = call(step, model, inputs);
        sendHeld(step.outputs().values());
        return new StepResult(step.name(), ms, loadMs, false, Optional.empty());
    }

    private double call(Step step, LoadedModel model, Map<String, OnnxTensor> inputs) throws OrtException {
        try (OrtSession.RunOptions options = new OrtSession.RunOptions()) {
            stopper.enter(options, request.id());
            long start = System.nanoTime();
            OrtSession.Result outputs =
                    model.session().run(inputs, step.outputs().keySet(), options);
            long nanos = System.nanoTime() - start;
            model.lastNanos().set(nanos);
            for (Map.Entry<String, OnnxValue> output : outputs) {
                keep(step, output.getKey(), output.getValue());
            }
            return nanos / 1e6;
        } finally {
            stopper.leave();
        }
    }

    private void keep(Step step, String output, OnnxValue value) throws OrtException {
        if (!(value instanceof OnnxTensor tensor)) {
            value.close();
            throw new OrtException("the output '" + output + "' is no tensor, and only tensors pass between nodes");
        }
        // An output that is an input shares its memory, which may be the feed's.
        OnnxTensor own = step.inputs().containsKey(output) ? sessions.tensors().own(tensor) : tensor;
        cache.put(Objects.requireNonNull(step.outputs().get(output)), own);
    }
}
