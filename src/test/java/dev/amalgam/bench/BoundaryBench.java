package dev.amalgam.bench;

import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.Ref;
import dev.amalgam.run.RunListener;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.RunRequest;
import dev.amalgam.run.RunResult;
import dev.amalgam.run.Step;
import dev.amalgam.run.Worker;
import dev.amalgam.run.WorkerSettings;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the process boundary costs: a picture uint8[H,W,3] through a model that does next to nothing. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Benchmark)
public class BoundaryBench {
    @Param({"224x224", "1080x1920"})
    String size = "";

    private long[] dims = {};
    private byte[] pixels = {};
    private Path model = Path.of("");
    private Worker worker;
    private int pictures;

    @Setup(Level.Trial)
    public void open() throws IOException {
        String[] sides = size.split("x");
        dims = new long[] {Long.parseLong(sides[0]), Long.parseLong(sides[1]), 3};
        pixels = new byte[(int) (dims[0] * dims[1] * dims[2])];
        model = corner();
        worker = Worker.start(WorkerSettings.defaults());
    }

    /** The first pixel of a picture. */
    private static Path corner() throws IOException {
        GraphBuilder graph = new GraphBuilder("corner");
        Ref picture = graph.input("picture", TensorType.parse("uint8[H,W,3]"));
        Ref first = graph.scope("corner")
                .op(
                        "Gather",
                        Attributes.of("axis", 1),
                        picture,
                        graph.scope("at").constant(Tensor.scalar(0L)));
        graph.output("column", first, TensorType.parse("uint8[H,3]"));
        Path file = Files.createTempFile("corner-", ".onnx");
        file.toFile().deleteOnExit();
        graph.build().write(file);
        return file;
    }

    @TearDown(Level.Trial)
    public void close() {
        worker.close();
    }

    /** There and back with a picture that was never seen: feed, run, fetch. */
    @Benchmark
    public RunResult newPicture() throws Exception {
        return run(++pictures);
    }

    /** The same where the worker holds the value that is asked for. */
    @Benchmark
    public RunResult heldValue() throws Exception {
        return run(0);
    }

    private RunResult run(int picture) throws Exception {
        ByteBuffer.wrap(pixels).putInt(0, picture);
        Step step = new Step(
                "corner", model, Map.of("picture", "picture " + picture), Map.of("column", "column " + picture));
        Map<String, Tensor> feeds = Map.of("picture " + picture, Tensor.bytes(dims, pixels));
        Set<String> wanted = Set.of("column " + picture);
        return worker.run(new RunRequest(feeds, List.of(step), wanted, RunOptions.DEFAULT), RunListener.NONE);
    }
}
