package dev.amalgam.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The operators of a model's top graph and what joins them, for people who look inside.
 *
 * @param operators each after what it reads; a Constant node is a weight and no operator
 * @param weights by name: the initialisers, then the values of Constant nodes
 */
public record Structure(List<Operator> operators, SequencedMap<String, Weight> weights) {
    public Structure {
        operators = List.copyOf(operators);
        weights = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(weights));
    }

    /**
     * One operator.
     *
     * @param type such as {@code Conv}
     * @param domain of its operator set; empty for ONNX itself
     * @param name its name in the model, often empty
     * @param inputs the tensors that it reads, in its order; an empty name stands for an input that is left out
     * @param captured what graphs inside it read of the graph around them, its own inputs apart
     * @param outputs the tensors that it makes, in its order; an empty name stands for one that is not wanted
     * @param attributes in the order of the file
     */
    public record Operator(
            String type,
            String domain,
            String name,
            List<String> inputs,
            Set<String> captured,
            List<String> outputs,
            List<Attribute> attributes) {
        public Operator {
            inputs = List.copyOf(inputs);
            captured = Set.copyOf(captured);
            outputs = List.copyOf(outputs);
            attributes = List.copyOf(attributes);
        }

        /** The value of an attribute as text; empty where it is not set. */
        public String attribute(String wanted) {
            return attributes.stream()
                    .filter(attribute -> attribute.name().equals(wanted))
                    .map(Attribute::value)
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * A setting of an operator.
     *
     * @param value for people; of a long list or a tensor its beginning
     */
    public record Attribute(String name, String value) {}

    /**
     * A weight as the file declares it. Its values are not looked at.
     *
     * @param element such as {@code float32}
     * @param dims the sizes of its axes
     * @param bytes as stored
     */
    public record Weight(String name, String element, List<Long> dims, long bytes) {
        public Weight {
            dims = List.copyOf(dims);
        }

        /** Its type, such as {@code float32[64,3,3,3]}. */
        public String type() {
            return element + dims.toString().replace(" ", "");
        }
    }
}
