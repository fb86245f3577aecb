package dev.amalgam.bench;

import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.onnx.WeightFiles;
import dev.amalgam.run.RunListener;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.RunRequest;
import dev.amalgam.run.Step;
import dev.amalgam.run.Worker;
import dev.amalgam.run.WorkerSettings;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The memory that sessions over one 64 MB weight take in the worker, and their times, as the program keeps them and with each
 * weight inside its model. Memory is the proportional set size: what several maps of one file share is counted once. Linux.
 */
public final class SharedWeights {
    private static final int SIDE = 4096;

    private SharedWeights() {}

    private interface Form {
        void write(OnnxModel model, Path file) throws IOException;
    }

    /** Takes no arguments. */
    public static void main(String[] args) throws Exception {
        double one = measure(1, WeightFiles::write);
        double eight = measure(8, WeightFiles::write);
        measure(8, OnnxModel::write);
        System.out.printf(Locale.ROOT, "%.2f  eight sessions / one (goal 1.30)%n", eight / one);
    }

    /** @return megabytes that the sessions add to the worker */
    private static double measure(int sessions, Form form) throws Exception {
        Path folder = Files.createTempDirectory("weights");
        try (Worker worker = Worker.start(WorkerSettings.defaults())) {
            Tensor rows = Tensor.floats(new long[] {1, SIDE}, new float[SIDE]);
            double before = megabytes(worker.info().pid());
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < sessions; i++) {
                Path file = folder.resolve(i + ".onnx");
                form.write(model(i), file);
                steps.add(new Step("step" + i, file, Map.of("x", "x"), Map.of("y", "y" + i)));
            }
            double ms = 0;
            for (int round = 0; round < 20; round++) {
                // Another value in each round, so that nothing is known from before.
                Map<String, Tensor> feeds = Map.of("x" + round, rows);
                ms = run(worker, feeds, keyed(steps, round));
            }
            double added = megabytes(worker.info().pid()) - before;
            System.out.printf(
                    Locale.ROOT, "%d sessions: %.0f MB more, %.2f ms each in the last round%n", sessions, added, ms);
            return added;
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static List<Step> keyed(List<Step> steps, int round) {
        return steps.stream()
                .map(step ->
                        new Step(step.name(), step.model(), Map.of("x", "x" + round), Map.of("y", step.name() + round)))
                .toList();
    }

    private static double run(Worker worker, Map<String, Tensor> feeds, List<Step> steps) throws Exception {
        Set<String> fetch = new HashSet<>();
        steps.forEach(step -> fetch.addAll(step.outputs().values()));
        return worker.run(new RunRequest(feeds, steps, fetch, RunOptions.DEFAULT), RunListener.NONE).steps().stream()
                .mapToDouble(result -> result.ms())
                .average()
                .orElse(0);
    }

    /** y = x · w + number. */
    private static OnnxModel model(int number) throws OnnxException {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 97;
        }
        GraphBuilder graph = new GraphBuilder("product");
        TensorType type = TensorType.parse("float32[N," + SIDE + "]");
        Ref x = graph.input("x", type);
        Scope scope = graph.scope("product");
        Ref weight = scope.constant(Tensor.floats(new long[] {SIDE, SIDE}, values));
        Ref product = scope.op("MatMul", x, weight);
        graph.output("y", scope.op("Add", product, scope.constant(Tensor.scalar((float) number))), type);
        return graph.build();
    }

    private static double megabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup")).stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }
}
