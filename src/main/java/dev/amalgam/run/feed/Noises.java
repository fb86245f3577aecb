package dev.amalgam.run.feed;

import dev.amalgam.kind.Feed;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random values, the same for the same seed. */
public final class Noises {
    /** Of Gaussian bytes: nearly all fit between 0 and 255. */
    private static final double DEVIATION = 48;

    private Noises() {}

    /** The values of a noise. @throws IllegalArgumentException for other elements than float32 and uint8 */
    public static Tensor of(Feed.Noise noise) {
        long[] dims = noise.type().shape().dims().stream()
                .mapToLong(dim -> dim.constant())
                .toArray();
        ElementType element = (ElementType) noise.type().element();
        RandomGenerator random = new SplittableRandom(noise.seed());
        int count = 1;
        for (long size : dims) {
            count = Math.multiplyExact(count, Math.toIntExact(size));
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) element.bytes(count)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            switch (element) {
                case FLOAT32 -> bytes.putFloat(noise.normal() ? (float) random.nextGaussian() : random.nextFloat());
                case UINT8 -> bytes.put((byte) (noise.normal() ? grey(random.nextGaussian()) : random.nextInt(256)));
                default -> throw new IllegalArgumentException("no noise of " + element);
            }
        }
        return Tensor.of(element, dims, bytes.flip());
    }

    private static long grey(double gaussian) {
        return Math.clamp(Math.round(127.5 + DEVIATION * gaussian), 0, 255);
    }
}
