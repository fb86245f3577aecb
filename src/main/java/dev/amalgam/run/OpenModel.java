package dev.amalgam.run;

import dev.amalgam.run.channel.ToWorker;
import dev.amalgam.tensor.Tensor;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A model that is run on one set of values after another, as in a loop over pictures: what stays the same is told to the
 * worker once, and nothing is kept there. Made by {@link Worker#open}; belongs to no process, so it outlives those that end.
 */
public final class OpenModel {
    private final Worker worker;
    private final ToWorker.Open what;

    OpenModel(Worker worker, Path model, Set<String> outputs, RunOptions options) {
        this.worker = worker;
        this.what = new ToWorker.Open(model, outputs, options);
    }

    /**
     * What a run brought.
     *
     * @param values by output; none where it failed
     * @param ms milliseconds inside the runtime's run call
     * @param device the device that ran, such as {@code cpu} or {@code cuda:0}
     * @param deviceNote why that is not the device that was asked for, if it is not
     * @param failure why there are no values, if it failed
     */
    public record Frame(
            Map<String, Tensor> values,
            double ms,
            String device,
            Optional<String> deviceNote,
            Optional<StepFailure> failure) {
        public Frame {
            values = Map.copyOf(values);
        }

        /** A frame without values. */
        public static Frame failed(StepFailure why) {
            return new Frame(Map.of(), 0, "", Optional.empty(), Optional.of(why));
        }
    }

    /**
     * Runs it on one frame after another. While the worker has one, the next is asked for and handed over, so that the runtime
     * never waits. A frame that fails, even one that crashes the runtime, does not keep the next from running. A stop, or a
     * frame that takes longer than the time limit, ends all that are on their way, and no more are asked for. Between two frames
     * others who want the worker have their turn.
     *
     * @param frames the values of all inputs, by name, of each frame; asked on this thread
     * @param each hears what became of each frame, in their order, on this thread
     * @return how many frames were answered
     * @throws RunException where nothing could be run at all, because there is no process
     */
    public int run(Iterator<Map<String, Tensor>> frames, Consumer<Frame> each, Stop stop) throws RunException {
        return run(frames, each, what::outputs, stop);
    }

    /**
     * The same, where not all values of each frame are looked at: to copy those that are not would take time for nothing.
     *
     * @param taken the outputs of which the values are taken; asked on this thread for each frame that comes back
     */
    public int run(Iterator<Map<String, Tensor>> frames, Consumer<Frame> each, Supplier<Set<String>> taken, Stop stop)
            throws RunException {
        FrameLoop loop = new FrameLoop(what, frames, each, taken, worker::isAwaited);
        boolean more = true;
        while (more) {
            more = worker.call(what.options().limit(), (call, slot) -> {
                stop.ends(call);
                return loop.run(call, slot);
            });
        }
        return loop.answered();
    }
}
