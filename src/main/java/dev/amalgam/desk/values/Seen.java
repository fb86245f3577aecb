package dev.amalgam.desk.values;

import dev.amalgam.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/**
 * An embedding that was seen.
 *
 * @param label what it is of, such as the name of a photo
 * @param picture what it is of as uint8[H,W,3], small; empty where it is of no picture
 * @param vector its values, not to be changed
 */
public record Seen(
        String label,
        Optional<Tensor> picture,
        @SuppressWarnings("ArrayRecordComponent") float[] vector) {
    /** The cosine of the angle to another one of the same length: 1 for the same direction; 0 where either is all zeros. */
    public double cosine(Seen other) {
        double dot = 0;
        double mine = 0;
        double theirs = 0;
        for (int i = 0; i < vector.length; i++) {
            dot += (double) vector[i] * other.vector[i];
            mine += (double) vector[i] * vector[i];
            theirs += (double) other.vector[i] * other.vector[i];
        }
        double lengths = Math.sqrt(mine) * Math.sqrt(theirs);
        return lengths == 0 ? 0 : Math.clamp(dot / lengths, -1, 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seen that && label.equals(that.label) && Arrays.equals(vector, that.vector);
    }

    @Override
    public int hashCode() {
        return 31 * label.hashCode() + Arrays.hashCode(vector);
    }
}
