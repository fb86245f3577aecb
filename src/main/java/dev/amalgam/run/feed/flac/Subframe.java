package dev.amalgam.run.feed.flac;

import java.io.IOException;
import java.util.Arrays;

/** The samples of one channel in one frame: constant, as they are, or as what a predictor leaves. */
final class Subframe {
    private static final int MOST_BITS = 33;
    private static final int[][] FIXED = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

    private final Bits in;
    private final long[] samples;
    private final int bits;

    private Subframe(Bits in, long[] samples, int bits) {
        this.in = in;
        this.samples = samples;
        this.bits = bits;
    }

    /**
     * Reads as many samples as there is room for.
     *
     * @param bits of each sample
     */
    static void read(Bits in, long[] samples, int bits) throws IOException {
        if (in.unsigned(1) != 0) {
            throw new IOException("a part of it begins with a wrong bit");
        }
        int kind = (int) in.unsigned(6);
        int wasted = in.unsigned(1) == 1 ? in.unary() + 1 : 0;
        if (wasted >= bits || bits > MOST_BITS) {
            throw new IOException("its samples have no bits");
        }
        new Subframe(in, samples, bits - wasted).read(kind);
        for (int i = 0; wasted > 0 && i < samples.length; i++) {
            samples[i] <<= wasted;
        }
    }

    private void read(int kind) throws IOException {
        if (kind == 0) {
            Arrays.fill(samples, in.signed(bits));
        } else if (kind == 1) {
            warmUp(samples.length);
        } else if (kind >= 8 && kind <= 12) {
            warmUp(kind - 8);
            residual(kind - 8);
            predict(FIXED[kind - 8], 0);
        } else if (kind >= 32) {
            linear(kind - 31);
        } else {
            throw new IOException("it uses a predictor that is reserved");
        }
    }

    private void warmUp(int count) throws IOException {
        if (count > samples.length) {
            throw new IOException("a predictor needs more samples than there are");
        }
        for (int i = 0; i < count; i++) {
            samples[i] = in.signed(bits);
        }
    }

    private void linear(int order) throws IOException {
        warmUp(order);
        int precision = (int) in.unsigned(4) + 1;
        int shift = (int) in.signed(5);
        if (precision == 16 || shift < 0) {
            throw new IOException("it uses a predictor that is reserved");
        }
        int[] factors = new int[order];
        for (int i = 0; i < order; i++) {
            factors[i] = (int) in.signed(precision);
        }
        residual(order);
        predict(factors, shift);
    }

    /** Adds to what is left what follows from the samples before. */
    private void predict(int[] factors, int shift) {
        for (int i = factors.length; i < samples.length; i++) {
            long sum = 0;
            for (int j = 0; j < factors.length; j++) {
                sum += factors[j] * samples[i - 1 - j];
            }
            samples[i] += sum >> shift;
        }
    }

    private void residual(int order) throws IOException {
        int method = (int) in.unsigned(2);
        if (method > 1) {
            throw new IOException("it uses a coding that is reserved");
        }
        int width = 4 + method;
        int partitions = 1 << in.unsigned(4);
        int size = samples.length / partitions;
        if (size * partitions != samples.length || size < order) {
            throw new IOException("its parts do not add up");
        }
        for (int part = 0; part < partitions; part++) {
            int parameter = (int) in.unsigned(width);
            int from = part == 0 ? order : part * size;
            if (parameter == (1 << width) - 1) {
                plain(from, (part + 1) * size);
            } else {
                rice(from, (part + 1) * size, parameter);
            }
        }
    }

    private void plain(int from, int to) throws IOException {
        int width = (int) in.unsigned(5);
        for (int i = from; i < to; i++) {
            samples[i] = in.signed(width);
        }
    }

    private void rice(int from, int to, int parameter) throws IOException {
        for (int i = from; i < to; i++) {
            long value = (long) in.unary() << parameter | in.unsigned(parameter);
            samples[i] = value >>> 1 ^ -(value & 1);
        }
    }
}
