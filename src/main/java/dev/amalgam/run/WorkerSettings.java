package dev.amalgam.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a worker may use.
 *
 * @param javaHome the Java to start it with
 * @param classPath where its classes are
 * @param memoryBytes the most memory it may take; a model that needs more fails
 * @param cacheBytes how much of that may hold values of earlier steps; loaded models may take as much again
 * @param transferBytes the most that the values of one request may take, on the way in and on the way out
 * @param startLimit how long it may take until it is ready
 * @param stopLimit how long a stopped run may take to end by itself before the process is killed
 * @param javaOptions more options for its Java, such as {@code -XX:AOTCache=…} or {@code -Donnxruntime.native.path=…} for
 *     libraries that are unpacked already: both make it start sooner
 * @param yields whether it leaves the processor to other programs that want it, where the system has {@code nice}
 */
public record WorkerSettings(
        Path javaHome,
        String classPath,
        long memoryBytes,
        long cacheBytes,
        long transferBytes,
        Duration startLimit,
        Duration stopLimit,
        List<String> javaOptions,
        boolean yields) {
    private static final long GB = 1L << 30;

    public WorkerSettings {
        javaOptions = List.copyOf(javaOptions);
    }

    /** This Java and its class path, three quarters of the machine's memory, a quarter but at most 4 GB for values. */
    public static WorkerSettings defaults() {
        long machine = machineMemory();
        return new WorkerSettings(
                Path.of(System.getProperty("java.home")),
                System.getProperty("java.class.path"),
                machine / 4 * 3,
                Math.min(machine / 4, 4 * GB),
                machine / 4,
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Prepared.options(),
                false);
    }

    /** Whether a process that was started by these needs not be another for those: only limits of waiting differ. */
    boolean startsAs(WorkerSettings other) {
        return equals(new WorkerSettings(
                other.javaHome,
                other.classPath,
                other.memoryBytes,
                other.cacheBytes,
                other.transferBytes,
                startLimit,
                stopLimit,
                other.javaOptions,
                other.yields));
    }

    private static long machineMemory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    public WorkerSettings withMemoryBytes(long other) {
        return new WorkerSettings(
                javaHome, classPath, other, cacheBytes, transferBytes, startLimit, stopLimit, javaOptions, yields);
    }

    public WorkerSettings withCacheBytes(long other) {
        return new WorkerSettings(
                javaHome, classPath, memoryBytes, other, transferBytes, startLimit, stopLimit, javaOptions, yields);
    }

    public WorkerSettings withTransferBytes(long other) {
        return new WorkerSettings(
                javaHome, classPath, memoryBytes, cacheBytes, other, startLimit, stopLimit, javaOptions, yields);
    }

    public WorkerSettings withStopLimit(Duration other) {
        return new WorkerSettings(
                javaHome, classPath, memoryBytes, cacheBytes, transferBytes, startLimit, other, javaOptions, yields);
    }

    public WorkerSettings withClassPath(String other) {
        return new WorkerSettings(
                javaHome, other, memoryBytes, cacheBytes, transferBytes, startLimit, stopLimit, javaOptions, yields);
    }

    public WorkerSettings withJavaOptions(List<String> other) {
        return new WorkerSettings(
                javaHome, classPath, memoryBytes, cacheBytes, transferBytes, startLimit, stopLimit, other, yields);
    }

    public WorkerSettings withYields(boolean other) {
        return new WorkerSettings(
                javaHome, classPath, memoryBytes, cacheBytes, transferBytes, startLimit, stopLimit, javaOptions, other);
    }
}
