package dev.amalgam.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** What sharing the bottom is worth: models made of figure 3, each run in a bare loop on the same photos. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 1)
@State(Scope.Benchmark)
public class SharingBench {
    /** Which models are run one after the other. */
    public enum Models {
        /** Pre-stem and bottom only. */
        BOTTOM,
        /** One model with four tasks. */
        FUSED,
        /** Four models, each with a bottom of its own and one task. */
        SEPARATE
    }

    @Param({"224x224", "300x451"})
    String size = "";

    @Param
    Models models = Models.FUSED;

    private final List<BareRuntime> runtimes = new ArrayList<>();

    @Setup(Level.Trial)
    public void open() throws Exception {
        Photo photo = Photo.of(size);
        try (Figure3 figure3 = new Figure3()) {
            for (Path model : files(figure3)) {
                runtimes.add(new BareRuntime(model, photo));
            }
        }
    }

    private List<Path> files(Figure3 figure3) throws Exception {
        return switch (models) {
            case BOTTOM -> List.of(figure3.bottom());
            case FUSED -> List.of(figure3.fourTasks());
            case SEPARATE -> {
                List<Path> files = new ArrayList<>();
                for (String task : Figure3.TASKS) {
                    files.add(figure3.oneTask(task));
                }
                yield files;
            }
        };
    }

    @TearDown(Level.Trial)
    public void close() throws Exception {
        for (BareRuntime runtime : runtimes) {
            runtime.close();
        }
    }

    @Benchmark
    public int onePhoto() throws Exception {
        int sum = 0;
        for (BareRuntime runtime : runtimes) {
            sum += runtime.run();
        }
        return sum;
    }
}
