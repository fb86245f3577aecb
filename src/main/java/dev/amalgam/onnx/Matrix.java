package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A float32 weight as a matrix: its first axis, and all others as one.
 *
 * @param values of element (row, column) at {@code row * rowStep + column * columnStep}
 */
record Matrix(FloatBuffer values, int height, int width, int rowStep, int columnStep) {
    private static final int MOST = 127;
    private static final int ZERO = 128;

    static Matrix of(TensorProto weight) {
        FloatBuffer values = Tensors.toTensor(weight).orElseThrow().floats();
        int rows = Math.toIntExact(weight.getDims(0));
        int columns = values.remaining() / Math.max(1, rows);
        return new Matrix(values, rows, columns, columns, 1);
    }

    Matrix transposed() {
        return new Matrix(values, width, height, columnStep, rowStep);
    }

    private float at(int row, int column) {
        return values.get(row * rowStep + column * columnStep);
    }

    /** Unsigned, with one scale for each column. */
    Eight byColumn() {
        float[] scales = new float[width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                scales[column] = Math.max(scales[column], Math.abs(at(row, column)));
            }
        }
        finish(scales);
        ByteBuffer bytes = Halving.room((long) height * width);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                bytes.put((byte) (ZERO + Math.round(at(row, column) / scales[column])));
            }
        }
        byte[] zeros = new byte[width];
        Arrays.fill(zeros, (byte) ZERO);
        return new Eight(
                Tensor.of(ElementType.UINT8, new long[] {height, width}, bytes.flip()),
                Tensor.floats(new long[] {width}, scales),
                Tensor.bytes(new long[] {width}, zeros));
    }

    /** Signed, with one scale for each row. */
    Eight byRow(long[] dims) {
        float[] scales = new float[height];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                scales[row] = Math.max(scales[row], Math.abs(at(row, column)));
            }
        }
        finish(scales);
        ByteBuffer bytes = Halving.room((long) height * width);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                bytes.put((byte) Math.round(at(row, column) / scales[row]));
            }
        }
        return new Eight(
                Tensor.of(ElementType.INT8, dims, bytes.flip()),
                Tensor.floats(new long[] {height}, scales),
                Tensor.of(ElementType.INT8, new long[] {height}, ByteBuffer.allocate(height)));
    }

    /** From the largest number of each to the width of one step; where all are 0 any will do. */
    private static void finish(float[] largest) {
        for (int i = 0; i < largest.length; i++) {
            largest[i] = largest[i] == 0 ? 1 : largest[i] / MOST;
        }
    }
}
