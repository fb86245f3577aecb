package dev.amalgam.run.worker;

import ai.onnxruntime.OrtProvider;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Step;
import dev.amalgam.run.channel.FromWorker;
import dev.amalgam.run.channel.RunningMark;
import dev.amalgam.run.channel.SharedReader;
import dev.amalgam.run.channel.SharedWriter;
import dev.amalgam.run.channel.ToWorker;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A process of its own, as native code has it: runs models on a runtime that says it has CUDA and a graphics card, and then
 * cannot use them, as where the driver is missing. Prints what a client would be told.
 */
final class FallbackProbe {
    private FallbackProbe() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        NativeRuntime real = NativeRuntime.start();
        FromWorker.Ready claim = new FromWorker.Ready(
                real.ready().runtime(),
                real.ready().djl(),
                List.of(OrtProvider.CPU.getName(), OrtProvider.CUDA.getName()),
                List.of("cpu", "cuda:0"));
        Sessions sessions = new Sessions(new NativeRuntime(real.environment(), claim), 1 << 20);
        Lane lane = new Lane(
                new SharedReader(folder, "feeds0"), new SharedWriter(folder, "values0", 1 << 20), sessions.tensors());
        ValueCache cache = new ValueCache(1 << 20);
        Path model = model(folder);
        for (String device : List.of("cuda", "cuda:0", "cpu", "cuda:7")) {
            List<FromWorker> told = new ArrayList<>();
            ToWorker.Run run = new ToWorker.Run(
                    1,
                    Map.of(),
                    List.of(new Step("one", model, Map.of(), Map.of("y", "key"))),
                    Set.of("key"),
                    Set.of(),
                    RunOptions.DEFAULT.withDevice(device));
            new RunJob(run, sessions, cache, new Stopper(), 1 << 30, lane, told::add, new RunningMark(folder)).run();
            System.out.println(device + " ran "
                    + told.stream().map(FallbackProbe::word).toList() + " " + said((FromWorker.Done) told.getLast()));
        }
        FrameJob frames = new FrameJob(
                new ToWorker.Open(model, Set.of("y"), RunOptions.DEFAULT.withDevice("cuda:0")),
                new Sessions(new NativeRuntime(real.environment(), claim), 1 << 20),
                new Stopper(),
                1 << 30);
        FromWorker.Frame frame = frames.run(new ToWorker.Frame(2, 0, Map.of()), lane);
        System.out.println("frame " + frame.values().keySet() + " " + frame.device() + ": "
                + frame.deviceNote().orElse("none"));
    }

    private static String word(FromWorker message) {
        return message instanceof FromWorker.Finished finished
                ? finished.result().failure().isEmpty() ? "Finished" : "Failed"
                : message.getClass().getSimpleName();
    }

    private static String said(FromWorker.Done done) {
        return done.device() + ": " + done.deviceNote().orElse("none");
    }

    private static Path model(Path folder) throws IOException {
        GraphBuilder graph = new GraphBuilder("one");
        graph.output(
                "y",
                graph.scope("test").op("Neg", graph.scope("c").constant(Tensor.floats(new long[] {1}, 4))),
                TensorType.parse("float32[1]"));
        Path file = folder.resolve("one.onnx");
        graph.build().write(file);
        return file;
    }
}
