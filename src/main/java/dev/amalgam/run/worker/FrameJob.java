package dev.amalgam.run.worker;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.amalgam.run.StepFailure;
import dev.amalgam.run.channel.FromWorker;
import dev.amalgam.run.channel.NoRoomException;
import dev.amalgam.run.channel.TensorRef;
import dev.amalgam.run.channel.ToWorker;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs one model on frame after frame, with nothing to plan and nothing to keep. */
final class FrameJob {
    private final ToWorker.Open what;
    private final Sessions sessions;
    private final Stopper stopper;
    private final long memoryBytes;
    private final PinnedOutputs pinned = new PinnedOutputs();
    private Placement placement;
    private Sessions.@Nullable Key key;

    FrameJob(ToWorker.Open what, Sessions sessions, Stopper stopper, long memoryBytes) {
        this.what = what;
        this.sessions = sessions;
        this.stopper = stopper;
        this.memoryBytes = memoryBytes;
        this.placement = sessions.devices().choose(what.options().device());
    }

    FromWorker.Frame run(ToWorker.Frame frame, Lane lane) throws IOException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            LoadedModel model = model();
            for (Map.Entry<String, TensorRef> feed : frame.feeds().entrySet()) {
                inputs.put(feed.getKey(), lane.input(feed.getValue()));
            }
            Optional<StepFailure> unfit = Inputs.check(model, inputs, what.outputs());
            return unfit.isPresent() ? failed(frame, unfit.get()) : run(frame, model, inputs, lane);
        } catch (OrtException | NoRoomException | NoSuchFileException | OutOfMemoryError | IllegalStateException e) {
            boolean stopped = stopper.isStopped(frame.id());
            return failed(frame, stopped ? new StepFailure.Cancelled() : Failures.of(e, memoryBytes));
        } finally {
            lane.clear();
        }
    }

    private LoadedModel model() throws OrtException, IOException {
        try {
            return sessions.getForFrames(key());
        } catch (DeviceRefusal e) {
            placement = sessions.devices().refuse(e);
            key = null;
            return sessions.getForFrames(key());
        }
    }

    /** Looked up once: the file stays. */
    private Sessions.Key key() throws IOException {
        Sessions.Key known = key;
        if (known == null) {
            known = Sessions.key(what.model(), placement.device(), what.options());
            key = known;
        }
        return known;
    }

    private FromWorker.Frame run(ToWorker.Frame frame, LoadedModel model, Map<String, OnnxTensor> inputs, Lane lane)
            throws OrtException, IOException {
        Map<String, TensorRef> expected = pinned.expected(frame.feeds());
        try {
            return run(frame, model, inputs, lane, expected);
        } catch (OrtException e) {
            if (expected.isEmpty() || stopper.isStopped(frame.id())) {
                throw e;
            }
            pinned.giveUp();
            lane.values().clear();
            return run(frame, model, inputs, lane, Map.of());
        }
    }

    private FromWorker.Frame run(
            ToWorker.Frame frame,
            LoadedModel model,
            Map<String, OnnxTensor> inputs,
            Lane lane,
            Map<String, TensorRef> expected)
            throws OrtException, IOException {
        Map<String, TensorRef> values = lane.values().reserve(expected);
        Map<String, OnnxTensor> places = new HashMap<>();
        try (OrtSession.RunOptions options = new OrtSession.RunOptions()) {
            for (Map.Entry<String, TensorRef> place : values.entrySet()) {
                places.put(place.getKey(), lane.output(place.getValue()));
            }
            Set<String> others = new HashSet<>(what.outputs());
            others.removeAll(places.keySet());
            stopper.enter(options, frame.id());
            long start = System.nanoTime();
            try (OrtSession.Result result = model.session().run(inputs, others, places, options)) {
                double ms = (System.nanoTime() - start) / 1e6;
                for (String name : others) {
                    values.put(name, lane.values().put(value(result, name)));
                }
                pinned.note(frame.feeds(), values);
                return new FromWorker.Frame(
                        frame.id(), values, ms, placement.device().name(), placement.note(), Optional.empty());
            }
        } finally {
            stopper.leave();
        }
    }

    private static Tensor value(OrtSession.Result result, String name) throws OrtException {
        if (result.get(name).orElse(null) instanceof OnnxTensor tensor) {
            return OrtTensors.copy(tensor);
        }
        throw new OrtException("the output '" + name + "' is no tensor");
    }

    private FromWorker.Frame failed(ToWorker.Frame frame, StepFailure why) {
        return new FromWorker.Frame(
                frame.id(), Map.of(), 0, placement.device().name(), placement.note(), Optional.of(why));
    }
}
