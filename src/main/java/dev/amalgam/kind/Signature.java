package dev.amalgam.kind;

import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ports of a node: types in, types out, over shared variables.
 *
 * @param inputs in the order they are drawn
 * @param outputs in the order they are drawn; the first is the main one
 */
public record Signature(List<Input> inputs, List<Output> outputs) {
    public Signature {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * An input.
     *
     * @param name unique among the inputs
     * @param type what it takes
     * @param accepts the forms of representation it makes sense for; empty means any
     * @param optional whether the node works without it
     */
    public record Input(String name, TensorType type, Set<Form> accepts, boolean optional) {
        public Input {
            accepts = Set.copyOf(accepts);
        }
    }

    /**
     * An output.
     *
     * @param name unique among the outputs
     * @param type what it gives
     * @param meaning which representation that is
     */
    public record Output(String name, TensorType type, Meaning meaning) {}

    /** Which representation an output is. */
    public sealed interface Meaning {
        /** Always this one. */
        record Is(Representation representation) implements Meaning {}

        /** That of an input. */
        record SameAs(String input) implements Meaning {}

        /** A dense embedding of these inputs, side by side along the last axis. */
        record DenseOf(List<String> inputs) implements Meaning {
            public DenseOf {
                inputs = List.copyOf(inputs);
            }
        }

        /** That of an input, with rows of length 1. */
        record UnitLengthOf(String input) implements Meaning {}
    }

    /** The input of that name. */
    public Optional<Input> input(String name) {
        return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
    }

    /** The output of that name. */
    public Optional<Output> output(String name) {
        return outputs.stream().filter(output -> output.name().equals(name)).findFirst();
    }

    /** Starts a signature; types are in the notation of {@link TensorType#parse}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects ports in the order they are drawn. */
    public static final class Builder {
        private final List<Input> inputs = new ArrayList<>();
        private final List<Output> outputs = new ArrayList<>();

        private Builder() {}

        /** Adds an input; unnamed sizes of different ports are different sizes. */
        public Builder in(String name, String type, Form... accepts) {
            return in(name, TensorType.parse(type).apart("in " + name), accepts);
        }

        /** Adds an input. */
        public Builder in(String name, TensorType type, Form... accepts) {
            inputs.add(new Input(name, type, Set.of(accepts), false));
            return this;
        }

        /** Adds an input that the node works without. */
        public Builder optional(String name, String type, Form... accepts) {
            inputs.add(new Input(name, TensorType.parse(type).apart("in " + name), Set.of(accepts), true));
            return this;
        }

        /** Adds an output that always is this. */
        public Builder out(String name, String type, Representation representation) {
            return out(name, type, new Meaning.Is(representation));
        }

        /** Adds an output; unnamed sizes of different ports are different sizes. */
        public Builder out(String name, String type, Meaning meaning) {
            return out(name, TensorType.parse(type).apart("out " + name), meaning);
        }

        /** Adds an output that always is this. */
        public Builder out(String name, TensorType type, Representation representation) {
            return out(name, type, new Meaning.Is(representation));
        }

        /** Adds an output. */
        public Builder out(String name, TensorType type, Meaning meaning) {
            outputs.add(new Output(name, type, meaning));
            return this;
        }

        /** The ports so far. */
        public Signature build() {
            return new Signature(inputs, outputs);
        }
    }
}
