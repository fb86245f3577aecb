package dev.amalgam.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What a run with one bottom and several heads takes against a run of one of the models, in turns. Arguments: the file of one
 * model, and that which an amalgamation made by {@code amalgam merge} was exported to.
 */
public final class MergedModels {
    private static final int ROUNDS = 300;
    private static final long[] PICTURE = {1, 3, 224, 224};

    private MergedModels() {}

    /** @param args two files with one input float32[1,3,224,224] each */
    public static void main(String[] args) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession one = environment.createSession(args[0]);
                OrtSession merged = environment.createSession(args[1]);
                OnnxTensor picture =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(new float[3 * 224 * 224]), PICTURE)) {
            double[] alone = new double[ROUNDS];
            double[] together = new double[ROUNDS];
            for (int i = -20; i < ROUNDS; i++) {
                double first = milliseconds(one, picture);
                double second = milliseconds(merged, picture);
                if (i >= 0) {
                    alone[i] = first;
                    together[i] = second;
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "one %.2f ms, merged %.2f ms, ratio %.3f%n",
                    median(alone),
                    median(together),
                    median(together) / median(alone));
        }
    }

    private static double milliseconds(OrtSession session, OnnxTensor picture) throws OrtException {
        String input = session.getInputNames().iterator().next();
        long begin = System.nanoTime();
        session.run(Map.of(input, picture)).close();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
