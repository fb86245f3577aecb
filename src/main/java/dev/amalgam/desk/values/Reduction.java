package dev.amalgam.desk.values;

import dev.amalgam.desk.numerics.Numbers;
import dev.amalgam.tensor.Tensor;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** One plane made of all channels of feature maps. */
public enum Reduction {
    /** The mean over the channels. */
    MEAN(Double::sum),
    /** The maximum over the channels. */
    MAX(Math::max);

    @SuppressWarnings("ImmutableEnumChecker") // holds no state
    private final DoubleBinaryOperator join;

    Reduction(DoubleBinaryOperator join) {
        this.join = join;
    }

    /**
     * The plane float32[H,W] of the first row of a tensor [N,C,H,W]; values that are not finite count as 0. Reads every value
     * of that row. Empty where the tensor has other axes, nothing in them, or no numbers.
     */
    public Optional<Tensor> of(Tensor tensor) {
        long[] dims = tensor.dims();
        if (dims.length != 4 || tensor.elements() == 0) {
            return Optional.empty();
        }
        return Numbers.of(tensor).map(numbers -> plane(numbers, (int) dims[1], (int) dims[2], (int) dims[3]));
    }

    private Tensor plane(Numbers numbers, int channels, int height, int width) {
        int area = height * width;
        float[] plane = new float[area];
        for (int i = 0; i < area; i++) {
            double joined = finite(numbers.at(i));
            for (int channel = 1; channel < channels; channel++) {
                joined = join.applyAsDouble(joined, finite(numbers.at(channel * area + i)));
            }
            plane[i] = (float) (this == MEAN ? joined / channels : joined);
        }
        return Tensor.floats(new long[] {height, width}, plane);
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }
}
