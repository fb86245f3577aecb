package dev.amalgam.run.channel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the client says. Every request has a number; its answers carry the same. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface ToWorker {
    /** How many frames may be on their way at once. */
    int LANES = 2;

    /**
     * Run these steps. Answered by any number of {@link FromWorker.Started}, {@link FromWorker.Finished} and {@link
     * FromWorker.Values}, then {@link FromWorker.Done}.
     *
     * @param failed the steps not to be tried again, because they brought down an earlier process
     */
    record Run(
            int id,
            Map<String, TensorRef> feeds,
            List<Step> steps,
            Set<String> fetch,
            Set<String> failed,
            RunOptions options)
            implements ToWorker {}

    /** The frames that follow are for this model. Has no answer. */
    record Open(Path model, Set<String> outputs, RunOptions options) implements ToWorker {
        public Open {
            outputs = Set.copyOf(outputs);
        }
    }

    /**
     * Run the model that was opened last on these values, by input. Answered by {@link FromWorker.Frame}. The next may be sent
     * before that, on the other lane.
     *
     * @param lane the part of shared memory, below {@link #LANES}, of the values and of the answer
     */
    record Frame(int id, int lane, Map<String, TensorRef> feeds) implements ToWorker {}

    /** Which types have the inputs and outputs of this model? Answered by {@link FromWorker.Types}. */
    record Inspect(int id, String model) implements ToWorker {}

    /**
     * Run a model several times with the runtime's own profile on. Answered by a {@link FromWorker.Round} for each run, then {@link
     * FromWorker.Profiled}.
     *
     * @param warmUps how many runs do not count
     * @param runs how many do
     */
    record Profile(
            int id,
            Path model,
            Map<String, TensorRef> feeds,
            Set<String> outputs,
            int warmUps,
            int runs,
            RunOptions options)
            implements ToWorker {}

    /** Stop the request with this number, if it still runs. */
    record Stop(int id) implements ToWorker {}
}
