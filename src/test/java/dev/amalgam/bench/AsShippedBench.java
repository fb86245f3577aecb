package dev.amalgam.bench;

import dev.amalgam.graph.NodeId;
import dev.amalgam.run.Stop;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.run.engine.Shipped;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A photo through figure 3 in the worker, all results back here, against the exported file in a bare loop: the mean of fifty
 * photos. Warm means here that the virtual machine has compiled what runs once for each photo, which takes it ten thousand of them.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 20, time = 4)
@Measurement(iterations = 5, time = 2)
public class AsShippedBench {
    /** The program with its worker. */
    @State(Scope.Benchmark)
    public static class Program {
        @Param("224x224")
        String size = "";

        private Photo photo;
        private Figure3 figure3;
        private Shipped shipped;

        @Setup(Level.Trial)
        public void open() throws Exception {
            photo = Photo.of(size);
            figure3 = new Figure3();
            shipped = figure3.shipped(photo.next());
        }

        @TearDown(Level.Trial)
        public void close() {
            figure3.close();
        }
    }

    /** The exported file and the runtime. */
    @State(Scope.Benchmark)
    public static class Bare {
        @Param("224x224")
        String size = "";

        private BareRuntime runtime;

        @Setup(Level.Trial)
        public void open() throws Exception {
            try (Figure3 figure3 = new Figure3()) {
                runtime = new BareRuntime(figure3.fourTasks(), Photo.of(size));
            }
        }

        @TearDown(Level.Trial)
        public void close() throws Exception {
            runtime.close();
        }
    }

    private static final int FRAMES = 50;

    /** One after another, as for a folder of photos; the time of one of them. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public List<RunReport> streamed(Program program) throws Exception {
        List<RunReport> reports = new ArrayList<>();
        Iterator<Map<NodeId, Tensor>> frames = Stream.generate(() -> Figure3.given(program.photo.next()))
                .limit(FRAMES)
                .iterator();
        program.shipped.run(frames, report -> reports.add(complete(report)), new Stop());
        return reports;
    }

    /** Each by itself, the next only when the last is back. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public List<RunReport> asShipped(Program program) throws Exception {
        List<RunReport> reports = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            reports.add(complete(program.shipped.run(Figure3.given(program.photo.next()), new Stop())));
        }
        return reports;
    }

    private static RunReport complete(RunReport report) {
        if (!report.isComplete()) {
            throw new IllegalStateException(report.problems().toString());
        }
        return report;
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public int bareLoop(Bare bare) throws Exception {
        int sum = 0;
        for (int i = 0; i < FRAMES; i++) {
            sum += bare.runtime.run();
        }
        return sum;
    }
}
