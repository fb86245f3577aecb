package dev.amalgam.bench;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.run.engine.InnerTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long it takes in the running program to open a model and list its tensors with their types, as the runtime tells them, and the
 * same in Python by {@code onnx.load} and {@code infer_shapes} (Debian: {@code python3-onnx}), in turns; imports do not count. Also
 * what is on the heap while the model is open.
 */
public final class TapListing {
    private static final int ROUNDS = 15;
    private static final String PYTHON = """
        import sys, time, onnx
        from onnx import shape_inference
        for line in sys.stdin:
            t = time.time()
            m = shape_inference.infer_shapes(onnx.load(sys.argv[1]))
            n = len([o for node in m.graph.node for o in node.output])
            print(1000 * (time.time() - t), flush=True)
        """;

    private TapListing() {}

    /** @param args the model */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        Path folder = Files.createTempDirectory("taps");
        Process python = new ProcessBuilder("/usr/bin/python3", "-c", PYTHON, file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        try (Desk desk = Desk.start(DeskSettings.standard())) {
            desk.worker().info();
            long before = heap();
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                OnnxModel model = OnnxModel.read(file);
                int taps = model.inspect().interior().size();
                int typed = InnerTypes.of(model, desk.worker(), folder).size();
                ours[i] = (System.nanoTime() - start) / 1e6;
                theirs[i] = ask(python);
                if (i == 0) {
                    System.out.printf(
                            Locale.ROOT,
                            "%d taps, %d types; first time %.0f ms, Python %.0f ms; %.1f MB more on the heap%n",
                            taps,
                            typed,
                            ours[0],
                            theirs[0],
                            (heap() - before) / 1048576.0);
                }
            }
        } finally {
            python.destroy();
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        System.out.printf(
                Locale.ROOT,
                "medians of %d: %.1f ms, Python %.1f ms, %.3f  (goal < 1)%n",
                ROUNDS,
                ours[ROUNDS / 2],
                theirs[ROUNDS / 2],
                ours[ROUNDS / 2] / theirs[ROUNDS / 2]);
    }

    private static double ask(Process python) throws IOException {
        python.getOutputStream().write('\n');
        python.getOutputStream().flush();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = python.getInputStream().read();
                c != '\n';
                c = python.getInputStream().read()) {
            if (c < 0) {
                throw new IOException("Python ended; is python3-onnx installed?");
            }
            line.write(c);
        }
        return Double.parseDouble(line.toString(StandardCharsets.UTF_8));
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
