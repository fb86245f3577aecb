package dev.amalgam.desk.recipe;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How a model differs from the one that it was made of, on the same inputs.
 *
 * @param outputs those that both have, of the same type and sizes
 * @param bytesBefore bytes of all weights
 * @param bytesAfter the same, of the model that was made
 */
public record Effect(List<OfOutput> outputs, long bytesBefore, long bytesAfter) {
    public Effect {
        outputs = List.copyOf(outputs);
    }

    /**
     * How one output differs.
     *
     * @param name its name
     * @param largest the largest difference of two values
     * @param mean the mean difference
     * @param agreement in how many of the rows the largest value stands in the same place, from 0 to 1; empty where the output
     *     has no rows of several values
     */
    public record OfOutput(String name, double largest, double mean, OptionalDouble agreement) {}

    static List<OfOutput> differences(Map<String, Tensor> before, Map<String, Tensor> after) {
        List<OfOutput> outputs = new ArrayList<>();
        new TreeMap<>(before).forEach((name, old) -> {
            Tensor fresh = after.get(name);
            if (fresh != null && fresh.type().equals(old.type()) && old.element() == ElementType.FLOAT32) {
                outputs.add(difference(name, old, fresh));
            }
        });
        return outputs;
    }

    private static OfOutput difference(String name, Tensor before, Tensor after) {
        FloatBuffer old = before.floats();
        FloatBuffer fresh = after.floats();
        double largest = 0;
        double sum = 0;
        for (int i = 0; i < old.limit(); i++) {
            double apart = Math.abs((double) old.get(i) - fresh.get(i));
            largest = Math.max(largest, apart);
            sum += apart;
        }
        return new OfOutput(name, largest, old.limit() == 0 ? 0 : sum / old.limit(), agreement(before, after));
    }

    private static OptionalDouble agreement(Tensor before, Tensor after) {
        long[] dims = before.dims();
        if (dims.length != 2 || dims[0] == 0 || dims[1] < 2) {
            return OptionalDouble.empty();
        }
        int width = Math.toIntExact(dims[1]);
        int same = 0;
        for (int row = 0; row < dims[0]; row++) {
            same += best(before.floats(), row * width, width) == best(after.floats(), row * width, width) ? 1 : 0;
        }
        return OptionalDouble.of(same / (double) dims[0]);
    }

    private static int best(FloatBuffer values, int start, int width) {
        int best = 0;
        for (int i = 1; i < width; i++) {
            best = values.get(start + i) > values.get(start + best) ? i : best;
        }
        return best;
    }
}
