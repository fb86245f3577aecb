package dev.amalgam.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * From nothing to the first complete result: whole processes of the program that {@code mvn -DskipTests package} left in
 * {@code target/app}, with and without the caches of loaded classes that a training run writes.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@State(Scope.Benchmark)
public class OpeningBench {
    private static final Path BUILT = Path.of("target", "app");

    @Param({"no", "yes"})
    String aot = "";

    private Path app = Path.of("");
    private Path picture = Path.of("");

    @Setup(Level.Trial)
    public void copyApp() throws Exception {
        // A copy, so that the caches do not stay in the program that was built.
        app = Files.createTempDirectory("amalgam-app");
        picture = app.resolve("window.png");
        start("cp", "-a", BUILT + "/.", app.toString());
        Files.deleteIfExists(app.resolve("lib/amalgam.aot"));
        Files.deleteIfExists(app.resolve("lib/worker.aot"));
        if (aot.equals("yes")) {
            train();
        }
    }

    private void train() throws IOException, InterruptedException {
        start("env", "AMALGAM_TRAIN=1", amalgam(), "snapshot", Figure3.FILE.toString(), "-o", picture.toString());
        if (!Files.exists(app.resolve("lib/amalgam.aot")) || !Files.exists(app.resolve("lib/worker.aot"))) {
            throw new IllegalStateException("training left no cache in " + app);
        }
    }

    @TearDown(Level.Trial)
    public void delete() throws Exception {
        start("rm", "-r", app.toString());
    }

    /** All four tasks on the photo, printed. */
    @Benchmark
    public void run() throws Exception {
        start(amalgam(), "run", Figure3.FILE.toString());
    }

    /** The window with all results of all nodes, drawn. */
    @Benchmark
    public void window() throws Exception {
        start(amalgam(), "snapshot", Figure3.FILE.toString(), "-o", picture.toString());
    }

    private String amalgam() {
        return app.resolve("bin/amalgam").toString();
    }

    private static void start(String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("said", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(List.of(command) + ": " + Files.readString(said));
        }
        Files.delete(said);
    }
}
