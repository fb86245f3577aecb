package dev.amalgam.onnx;

import dev.amalgam.tensor.TensorType;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a model says of itself.
 *
 * @param irVersion the version of the file format
 * @param opset the operator sets it needs, by domain; the empty domain is ONNX itself
 * @param parameters elements of all weights; integers of 64 bits, booleans and texts, which hold shapes, indices and
 *     names, do not count
 * @param weightBytes bytes of all weights as stored
 * @param operators how often each operator stands in the model, in graphs within graphs and functions too; an operator of
 *     another domain is written {@code domain::Name}
 * @param inputs what must be fed; an initialiser that is also listed as input is none
 * @param outputs what comes out
 * @param interior what each operator of the top graph makes, in topological order, outputs of the graph included
 * @param producer the program that wrote it, empty where unsaid
 * @param metadata the author's notes
 */
public record Inspection(
        long irVersion,
        SortedMap<String, Integer> opset,
        long parameters,
        long weightBytes,
        SortedMap<String, Integer> operators,
        List<Value> inputs,
        List<Value> outputs,
        List<Interior> interior,
        String producer,
        SortedMap<String, String> metadata) {

    public Inspection {
        opset = Collections.unmodifiableSortedMap(new TreeMap<>(opset));
        operators = Collections.unmodifiableSortedMap(new TreeMap<>(operators));
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        interior = List.copyOf(interior);
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }

    /**
     * An input or output.
     *
     * @param name its exact name, which may hold any character
     * @param type its type, where it is a tensor and the file says so
     * @param typeText its type for people, of whatever kind it is, such as {@code sequence(float32[N])} or {@code ?}
     */
    public record Value(String name, Optional<TensorType> type, String typeText) {}

    /**
     * A tensor that can be tapped.
     *
     * @param tensor its exact name
     * @param operator the operator that makes it, such as {@code Relu}
     * @param nodeName the name of that node, often empty
     * @param type its type, where the file says so
     */
    public record Interior(String tensor, String operator, String nodeName, Optional<TensorType> type) {}
}
