package dev.amalgam.run.worker;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.amalgam.run.Device;
import dev.amalgam.run.OperatorTime;
import dev.amalgam.run.StepFailure;
import dev.amalgam.run.channel.FromWorker;
import dev.amalgam.run.channel.TensorRef;
import dev.amalgam.run.channel.ToWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs one model several times with the runtime's profile on. It is loaded for that and let go of afterwards. */
final class ProfileJob {
    private final ToWorker.Profile request;
    private final Sessions sessions;
    private final Stopper stopper;
    private final WorkerMain.Arguments arguments;
    private final Service.Answers answers;
    private Placement placement;
    private final List<Double> runs = new ArrayList<>();

    ProfileJob(
            ToWorker.Profile request,
            Sessions sessions,
            Stopper stopper,
            WorkerMain.Arguments arguments,
            Service.Answers answers) {
        this.request = request;
        this.sessions = sessions;
        this.stopper = stopper;
        this.arguments = arguments;
        this.answers = answers;
        this.placement = sessions.devices().choose(request.options().device());
    }

    void run(Lane lane) throws IOException {
        Path prefix = arguments.directory().resolve("profile-" + request.id());
        try {
            Optional<StepFailure> failure = profile(prefix, inputs(lane));
            answer(failure.isPresent() ? List.of() : times(prefix), failure);
        } catch (OrtException | IOException | OutOfMemoryError | IllegalStateException e) {
            boolean stopped = stopper.isStopped(request.id());
            answer(
                    List.of(),
                    Optional.of(stopped ? new StepFailure.Cancelled() : Failures.of(e, arguments.memoryBytes())));
        } finally {
            lane.clear();
            delete(prefix);
        }
    }

    private Map<String, OnnxTensor> inputs(Lane lane) throws OrtException, IOException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        for (Map.Entry<String, TensorRef> feed : request.feeds().entrySet()) {
            inputs.put(feed.getKey(), lane.input(feed.getValue()));
        }
        return inputs;
    }

    private Optional<StepFailure> profile(Path prefix, Map<String, OnnxTensor> inputs)
            throws OrtException, IOException {
        LoadedModel model = load(prefix);
        try (OrtSession session = model.session()) {
            Optional<StepFailure> unfit = Inputs.check(model, inputs, request.outputs());
            for (int i = 0; unfit.isEmpty() && i < request.warmUps() + request.runs(); i++) {
                double ms = once(session, inputs);
                if (i >= request.warmUps()) {
                    runs.add(ms);
                }
                answers.send(new FromWorker.Round(request.id(), i + 1));
            }
            session.endProfiling();
            return unfit;
        }
    }

    /** Where the device does not take the model, the processor does. */
    private LoadedModel load(Path prefix) throws OrtException, IOException {
        Sessions.Key key = Sessions.key(request.model(), placement.device(), request.options());
        try {
            return sessions.loadProfiled(key, prefix);
        } catch (OrtException e) {
            if (placement.device().equals(Device.CPU)) {
                throw e;
            }
            placement = sessions.devices().refuse(new DeviceRefusal(placement.device(), e));
            return load(prefix);
        }
    }

    private double once(OrtSession session, Map<String, OnnxTensor> inputs) throws OrtException {
        try (OrtSession.RunOptions options = new OrtSession.RunOptions()) {
            stopper.enter(options, request.id());
            long start = System.nanoTime();
            try (OrtSession.Result _ = session.run(inputs, request.outputs(), options)) {
                return (System.nanoTime() - start) / 1e6;
            }
        } finally {
            stopper.leave();
        }
    }

    /** The runtime adds the time of day to the name. */
    private static Optional<Path> file(Path prefix) throws IOException {
        try (var all = Files.list(prefix.getParent())) {
            return all.filter(file -> file.getFileName().toString().startsWith(prefix.getFileName() + "_"))
                    .findFirst();
        }
    }

    private List<OperatorTime> times(Path prefix) throws IOException {
        Path file = file(prefix).orElseThrow(() -> new IOException("the runtime wrote no profile"));
        return new ProfileReader(request.warmUps()).read(file);
    }

    private static void delete(Path prefix) throws IOException {
        Optional<Path> file = file(prefix);
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }

    private void answer(List<OperatorTime> operators, Optional<StepFailure> failure) throws IOException {
        answers.send(new FromWorker.Profiled(
                request.id(), operators, runs, placement.device().name(), failure));
    }
}
