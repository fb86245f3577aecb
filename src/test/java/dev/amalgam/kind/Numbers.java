package dev.amalgam.kind;

import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/** Tensors in and numbers out, in few words. */
public final class Numbers {
    private Numbers() {}

    /** float32[rows,columns]. */
    public static Tensor matrix(int rows, float... values) {
        return Tensor.floats(new long[] {rows, values.length / rows}, values);
    }

    /** float32 of any shape. */
    public static Tensor floats(long[] dims, float... values) {
        return Tensor.floats(dims, values);
    }

    /** A grey picture uint8[height,width,3]: all three channels the same. */
    public static Tensor grey(int height, int width, int... values) {
        byte[] bytes = new byte[height * width * 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i / 3];
        }
        return Tensor.bytes(new long[] {height, width, 3}, bytes);
    }

    /** A picture uint8[height,width,3] of interleaved red, green, blue. */
    public static Tensor picture(int height, int width, int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Tensor.bytes(new long[] {height, width, 3}, bytes);
    }

    public static float[] floats(Tensor tensor) {
        float[] values = new float[(int) tensor.elements()];
        tensor.floats().get(values);
        return values;
    }

    public static long[] longs(Tensor tensor) {
        long[] values = new long[(int) tensor.elements()];
        tensor.longs().get(values);
        return values;
    }

    /** Unsigned. */
    public static int[] bytes(Tensor tensor) {
        ByteBuffer bytes = tensor.bytes();
        return IntStream.range(0, bytes.remaining())
                .map(i -> bytes.get(i) & 0xff)
                .toArray();
    }

    /** One channel of a picture [H,W,3]. */
    public static int[] channel(Tensor picture, int channel) {
        int[] all = bytes(picture);
        return IntStream.range(0, all.length / 3).map(i -> all[3 * i + channel]).toArray();
    }
}
