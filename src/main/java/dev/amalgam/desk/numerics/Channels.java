package dev.amalgam.desk.numerics;

import dev.amalgam.tensor.Tensor;
import java.util.Optional;

/**
 * The channels of an encoding.
 *
 * @param dead how many are 0 everywhere
 * @param all how many there are
 */
record Channels(int dead, int all) {
    /** A share from which on dead channels are worth a word. */
    private static final double MOST = 0.9;

    /** Fewer channels may well be dead by chance. */
    private static final int FEW = 8;

    /** Empty where the value is no encoding of one picture. */
    static Optional<Channels> of(Tensor value, Numbers numbers) {
        long[] dims = value.dims();
        if (dims.length != 4 || dims[0] != 1 || dims[1] < FEW) {
            return Optional.empty();
        }
        int channels = Math.toIntExact(dims[1]);
        int each = numbers.size() / channels;
        int dead = 0;
        for (int channel = 0; channel < channels; channel++) {
            dead += numbers.count(channel * each, each, it -> it != 0) == 0 ? 1 : 0;
        }
        return Optional.of(new Channels(dead, channels));
    }

    boolean areMostlyDead() {
        return dead >= MOST * all;
    }
}
