package dev.amalgam.run;

import dev.amalgam.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Started by hand: what the process boundary costs. Runs a model on ever new pictures of 224×224 and prints, in milliseconds,
 * the time of the call that was not spent in the runtime; then the same where all values are held.
 */
final class BoundaryCost {
    private static final int RUNS = 1000;
    private static final long[] PICTURE = {1, 3, 224, 224};

    private BoundaryCost() {}

    /** @param args the model file, and the names of its input (float32[1,3,224,224]) and output */
    public static void main(String[] args) throws RunException {
        long start = System.nanoTime();
        try (Worker worker = Worker.start(WorkerSettings.defaults())) {
            System.out.printf("%s, ready after %.0f ms%n", worker.info().runtime(), since(start));
            print("new picture", DoubleStream.iterate(0, i -> i + 1).map(i -> cost(worker, args, (int) i)));
            print("all held", DoubleStream.generate(() -> cost(worker, args, RUNS - 1)));
        }
    }

    private static double cost(Worker worker, String[] args, int picture) {
        float[] pixels = new float[3 * 224 * 224];
        Arrays.fill(pixels, picture / 1000f);
        Step step =
                new Step("model", Path.of(args[0]), Map.of(args[1], "in" + picture), Map.of(args[2], "out" + picture));
        RunRequest request = new RunRequest(
                Map.of("in" + picture, Tensor.floats(PICTURE, pixels)),
                List.of(step),
                Set.of("out" + picture),
                RunOptions.DEFAULT);
        try {
            long start = System.nanoTime();
            RunResult result = worker.run(request, RunListener.NONE);
            return since(start) - result.steps().getFirst().ms();
        } catch (RunException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void print(String what, DoubleStream costs) {
        double[] warm = costs.limit(RUNS).skip(RUNS / 2).sorted().toArray();
        System.out.printf(
                "%s: median %.3f, 10th percentile %.3f%n", what, warm[warm.length / 2], warm[warm.length / 10]);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
