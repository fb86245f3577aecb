package dev.amalgam.run;

import dev.amalgam.run.channel.FromWorker;
import dev.amalgam.run.channel.TensorRef;
import dev.amalgam.run.channel.ToWorker;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Where the time goes inside a model, from the runtime's own profile of several runs.
 *
 * @param operators what each operator took
 * @param runs the milliseconds of each run as a whole
 * @param device the device that ran
 */
public record Profile(List<OperatorTime> operators, List<Double> runs, String device) {
    public Profile {
        operators = List.copyOf(operators);
        runs = List.copyOf(runs);
    }

    /**
     * What to profile.
     *
     * @param model an ONNX file
     * @param feeds the values of its inputs, by name
     * @param outputs the graph outputs to ask for
     * @param warmUps how many runs do not count
     * @param runs how many do
     */
    public record Request(Path model, Map<String, Tensor> feeds, Set<String> outputs, int warmUps, int runs) {
        public Request {
            feeds = Map.copyOf(feeds);
            outputs = Set.copyOf(outputs);
        }
    }

    /**
     * Profiles a model. Other calls of this worker wait meanwhile.
     *
     * @param done hears how many runs are done, warm-ups included, on this thread
     * @throws RunException where it fails or is stopped
     */
    public static Profile of(Request request, Worker worker, RunOptions options, IntConsumer done, Stop stop)
            throws RunException {
        return worker.call(options.limit(), (call, slot) -> {
            stop.ends(call);
            WorkerProcess process = slot.ready(call).process();
            try {
                Map<String, TensorRef> feeds = process.lane(0).put(request.feeds());
                process.send(new ToWorker.Profile(
                        call.id(),
                        request.model().toAbsolutePath(),
                        feeds,
                        request.outputs(),
                        request.warmUps(),
                        request.runs(),
                        options));
                return answer(process, call, done);
            } catch (IOException e) {
                String how = slot.bury();
                StepFailure why = call.reason().orElseGet(() -> new StepFailure.Crashed(how, process.diagnostics()));
                throw new RunException(why.sentence(), e);
            }
        });
    }

    private static Profile answer(WorkerProcess process, Call call, IntConsumer done) throws IOException, RunException {
        while (true) {
            switch (process.receive()) {
                case FromWorker.Round(int _, int number) -> {
                    done.accept(number);
                    call.renew();
                }
                case FromWorker.Profiled profiled -> {
                    if (profiled.failure().isPresent()) {
                        throw new RunException(
                                call.reason(profiled.failure().get()).sentence());
                    }
                    return new Profile(profiled.operators(), profiled.runs(), profiled.device());
                }
                case FromWorker other -> throw new IOException("An answer to another question: " + other);
            }
        }
    }
}
