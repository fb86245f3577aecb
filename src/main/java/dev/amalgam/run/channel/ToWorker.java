package dev.amalgam.run.channel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the client says. Every request has a number; its answers carry the same. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface ToWorker {
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

    /** Which types have the inputs and outputs of this model? Answered by {@link FromWorker.Types}. */
    record Inspect(int id, String model) implements ToWorker {}

    /** Stop the request with this number, if it still runs. */
    record Stop(int id) implements ToWorker {}
}
