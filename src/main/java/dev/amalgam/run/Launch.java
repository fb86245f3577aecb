package dev.amalgam.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Starts the child process. */
final class Launch {
    /** By name, so that nothing here refers to classes that load native code. */
    private static final String MAIN = "dev.amalgam.run.worker.WorkerMain";

    /** Changes the priority of what it then becomes, under the same process id. Linux and macOS have it here. */
    static final Path NICE = Path.of("/usr/bin/nice");

    /** A ninth of the share of the processor that others get who want it; all of it while nobody does. */
    static final int NICENESS = 10;

    /**
     * For the C library of Linux: gives the memory of models that are not needed any more back, which in its own way lies between
     * pieces that still are. Others do not look at it.
     */
    private static final Map<String, String> ALLOCATION = Map.of(
            "MALLOC_ARENA_MAX", "2",
            "MALLOC_MMAP_THRESHOLD_", "1048576",
            "MALLOC_TRIM_THRESHOLD_", "1048576");

    private Launch() {}

    static Process start(WorkerSettings settings, Path directory) throws IOException {
        List<String> command = new ArrayList<>(priority(settings));
        command.add(java(settings.javaHome()).toString());
        command.addAll(flags(settings, directory));
        command.addAll(settings.javaOptions());
        command.add("-cp");
        command.add(settings.classPath());
        command.add(MAIN);
        command.add(directory.toString());
        command.add(Long.toString(settings.cacheBytes()));
        command.add(Long.toString(settings.transferBytes()));
        command.add(Long.toString(settings.memoryBytes()));
        ProcessBuilder builder = new ProcessBuilder(command);
        // Options that somebody set for other programs could break the start or print to the message pipe.
        List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH")
                .forEach(builder.environment()::remove);
        builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
        builder.environment().putAll(ALLOCATION);
        return builder.start();
    }

    private static List<String> priority(WorkerSettings settings) {
        return settings.yields() && Files.isExecutable(NICE)
                ? List.of(NICE.toString(), "-n", Integer.toString(NICENESS))
                : List.of();
    }

    private static Path java(Path home) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return home.resolve("bin").resolve(windows ? "java.exe" : "java");
    }

    private static List<String> flags(WorkerSettings settings, Path directory) {
        long heap = Math.clamp(settings.memoryBytes() / 4, 64L << 20, 2L << 30);
        return List.of(
                "-Xmx" + (heap >> 20) + "m",
                "-XX:MaxDirectMemorySize=" + settings.memoryBytes(),
                // The worker mostly waits for native code: a small compiler and collector start sooner.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // A crash of native code is expected: no core, no report, nothing of it in the message pipe or the
                // folder.
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + directory.resolve("crash.log"),
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Dai.djl.offline=true",
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-Dslf4j.internal.verbosity=ERROR",
                // What libraries unpack goes when the folder goes.
                "-Djava.io.tmpdir=" + directory);
    }
}
