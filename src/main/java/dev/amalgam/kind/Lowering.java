package dev.amalgam.kind;

import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.tensor.TensorType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a kind writes its operators: the node's own name scope, its inputs as references, its settings, and the types that
 * typing found for its ports.
 */
public final class Lowering {
    private final Scope scope;
    private final Chosen settings;
    private final Components components;
    private final Map<String, Ref> inputs;
    private final Map<String, TensorType> inputTypes;
    private final Map<String, TensorType> outputTypes;
    private final Optional<Ref> feed;
    private final Map<String, Ref> dials;
    private final Map<String, Ref> outputs = new LinkedHashMap<>();
    private Optional<Spliced> spliced = Optional.empty();

    /**
     * A model that was joined in whole or in part.
     *
     * @param setting that names its file
     * @param model as it was joined, which may be less than the file
     * @param inputs what flows into it, by the names of its own inputs
     * @param taps what is taken from it, by the names of its own tensors
     */
    public record Spliced(String setting, OnnxModel model, Map<String, Ref> inputs, Map<String, Ref> taps) {
        public Spliced {
            inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
            taps = Collections.unmodifiableMap(new LinkedHashMap<>(taps));
        }
    }

    /**
     * @param scope the node's own scope in the graph under construction
     * @param settings what was chosen
     * @param components the files
     * @param inputs the connected inputs
     * @param inputTypes the types of the connected inputs
     * @param outputTypes the types of all outputs
     * @param feed the graph input made for this node, for sources only
     * @param dials the numbers of the settings that are dials, by the names that the kind has for them
     */
    public Lowering(
            Scope scope,
            Chosen settings,
            Components components,
            Map<String, Ref> inputs,
            Map<String, TensorType> inputTypes,
            Map<String, TensorType> outputTypes,
            Optional<Ref> feed,
            Map<String, Ref> dials) {
        this.scope = scope;
        this.settings = settings;
        this.components = components;
        this.inputs = Map.copyOf(inputs);
        this.inputTypes = Map.copyOf(inputTypes);
        this.outputTypes = Map.copyOf(outputTypes);
        this.feed = feed;
        this.dials = Map.copyOf(dials);
    }

    /** Where operators and constants are added. */
    public Scope scope() {
        return scope;
    }

    /** What was chosen, defaults included. */
    public Chosen settings() {
        return settings;
    }

    /** The files. */
    public Components components() {
        return components;
    }

    /** Whether an optional input is connected. */
    public boolean has(String input) {
        return inputs.containsKey(input);
    }

    /** A connected input. @throws IllegalArgumentException where it is not connected */
    public Ref in(String input) {
        return require(inputs.get(input), input);
    }

    /** The type of a connected input, as far as it is known. @throws IllegalArgumentException where it is not connected */
    public TensorType inputType(String input) {
        return require(inputTypes.get(input), input);
    }

    /** The types of all connected inputs, as far as they are known. */
    public Map<String, TensorType> inputTypes() {
        return inputTypes;
    }

    /** The type of an output, as far as it is known. @throws IllegalArgumentException where there is none of that name */
    public TensorType outputType(String output) {
        return require(outputTypes.get(output), output);
    }

    /** The graph input of a source. @throws IllegalArgumentException for any other kind */
    public Ref feed() {
        return require(feed.orElse(null), "feed");
    }

    /** The number of a setting that can be turned. @throws IllegalArgumentException where {@link Kind#dials} names none such */
    public Ref dial(String name) {
        return require(dials.get(name), name);
    }

    /** Says what an output is. */
    public void out(String output, Ref ref) {
        outputType(output);
        outputs.put(output, ref);
    }

    /** Says which model the node consists of, so that it can be taken out of the file again. */
    public void consistsOf(Spliced model) {
        spliced = Optional.of(model);
    }

    /** The model that the node consists of, where the kind has said so. */
    public Optional<Spliced> spliced() {
        return spliced;
    }

    /** What the kind has said of its outputs so far. */
    public Map<String, Ref> outputs() {
        return Collections.unmodifiableMap(outputs);
    }

    private static <T> T require(@Nullable T found, String name) {
        if (found == null) {
            throw new IllegalArgumentException("nothing is connected or declared as '" + name + "'");
        }
        return found;
    }
}
