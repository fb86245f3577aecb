package dev.amalgam.run.channel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.amalgam.run.OperatorTime;
import dev.amalgam.run.StepFailure;
import dev.amalgam.run.StepResult;
import dev.amalgam.tensor.ElementType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the worker says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface FromWorker {
    /** The runtime is loaded; said once, first of all. */
    record Ready(String runtime, String djl, List<String> providers, List<String> devices) implements FromWorker {}

    /** The runtime could not be loaded; the process ends. */
    record Unfit(String why) implements FromWorker {}

    /**
     * This step is about to be loaded and run.
     *
     * @param quick whether it will be over before anybody could do something with this news, so that it may come late
     */
    record Started(int id, String step, boolean quick) implements FromWorker {}

    /** This step is done. */
    record Finished(int id, StepResult result) implements FromWorker {}

    /** What was said of this request before counts no more: it begins again on another device. */
    record Anew(int id) implements FromWorker {}

    /** Some of the wanted values. */
    record Values(int id, Map<String, TensorRef> values) implements FromWorker {}

    /** The request is done; {@code failure} where it could not be carried out as a whole. */
    record Done(int id, String device, Optional<String> deviceNote, Optional<StepFailure> failure)
            implements FromWorker {}

    /** What became of a frame; its values by output, none where it failed. */
    record Frame(
            int id,
            Map<String, TensorRef> values,
            double ms,
            String device,
            Optional<String> deviceNote,
            Optional<StepFailure> failure)
            implements FromWorker {}

    /** The types of a model's inputs and outputs, by name. */
    record Types(int id, Map<String, Port> types) implements FromWorker {}

    /** So many runs of a profile are done. */
    record Round(int id, int number) implements FromWorker {}

    /** What a profile brought: what each operator took, and the milliseconds of each run. */
    record Profiled(
            int id, List<OperatorTime> operators, List<Double> runs, String device, Optional<StepFailure> failure)
            implements FromWorker {}

    /**
     * A type as the runtime tells it.
     *
     * @param axes the sizes of its axes; none both where there are none and where nothing is known
     */
    record Port(ElementType element, List<Axis> axes) {}

    /**
     * A size as the runtime tells it.
     *
     * @param size the number of elements; −1 where it is open
     * @param name the name of an open size, empty where it has none
     */
    record Axis(long size, String name) {}
}
