package dev.amalgam.soak;

import dev.amalgam.desk.Playback;
import dev.amalgam.desk.play.PlayState;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** The memory of worker and window every ten seconds while all is at rest, in a table, and what became of it. */
final class Samples {
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final double MB = 1 << 20;

    /** The share of the time before memory counts: caches fill, code is compiled. */
    private static final double WARM_UP = 1 / 6.0;

    /** How much a line through the samples may rise in all, in megabytes: of processes and of the heap. */
    private static final double MOST_PROCESS = 60;

    private static final double MOST_HEAP = 8;
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*(\\d+) kB");

    /** @param heap what lives in it @param reserved what the collector keeps for it */
    private record Sample(double hours, double worker, double window, double heap, double reserved) {
        /** What the window's process has in memory beside its heap. */
        double outside() {
            return window - reserved;
        }
    }

    private final Path table;
    private final Worker worker;
    private final Playback playback;
    private final Hand hand;
    private final long began = System.nanoTime();
    private final List<Sample> samples = new ArrayList<>();
    private long next = began + EVERY_NANOS;

    Samples(Path table, Worker worker, Playback playback, Hand hand) throws IOException {
        this.table = table;
        this.worker = worker;
        this.playback = playback;
        this.hand = hand;
        Files.writeString(
                table,
                "seconds,worker MB,window MB,heap MB,reserved for the heap MB,edits,frames,repeated,failed,frames per"
                        + " second\n");
    }

    /** Whether it is time for another. */
    boolean isDue() {
        return System.nanoTime() - next > 0;
    }

    /** Takes one. Nothing must be under way, so that each is of the same state. */
    void take() {
        next = System.nanoTime() + EVERY_NANOS;
        try {
            double heap = living();
            double hours = (System.nanoTime() - began) / 3.6e12;
            Sample sample = new Sample(
                    hours,
                    resident(worker.info().pid()),
                    resident(ProcessHandle.current().pid()),
                    heap,
                    Runtime.getRuntime().totalMemory() / MB);
            samples.add(sample);
            PlayState played = playback.state();
            Files.writeString(
                    table,
                    String.format(
                            Locale.ROOT,
                            "%.0f,%.1f,%.1f,%.1f,%.1f,%d,%d,%d,%d,%.1f%n",
                            3600 * sample.hours(),
                            sample.worker(),
                            sample.window(),
                            sample.heap(),
                            sample.reserved(),
                            hand.edits(),
                            played.done(),
                            played.repeated(),
                            played.failed(),
                            played.framesPerSecond().orElse(0)),
                    StandardOpenOption.APPEND);
        } catch (IOException | RunException e) {
            throw new IllegalStateException("no sample can be taken", e);
        }
    }

    /**
     * What lives in this heap, in megabytes, object by object: the collector itself only counts whole regions, of which each
     * large picture takes several.
     */
    private static double living() {
        try {
            Object histogram = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            Matcher total = TOTAL.matcher(histogram.toString());
            if (!total.find()) {
                throw new IllegalStateException("the histogram has no total");
            }
            return Long.parseLong(total.group(1)) / MB;
        } catch (JMException e) {
            throw new IllegalStateException("the heap cannot be looked through", e);
        }
    }

    /** What a process has in memory (Linux; see proc_pid_status(5)). */
    private static double resident(long pid) {
        try {
            Matcher kilobytes = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
            if (!kilobytes.find()) {
                throw new IllegalStateException("the system does not tell the memory of a process");
            }
            return Long.parseLong(kilobytes.group(1)) / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints what became of it. @return what is wrong */
    List<String> report() {
        double end = samples.getLast().hours();
        List<Sample> warm =
                samples.stream().filter(it -> it.hours() >= WARM_UP * end).toList();
        System.out.printf(
                Locale.ROOT,
                "%d edits in %.0f minutes; slopes over the last %.0f minutes, %d samples%n",
                hand.edits(),
                60 * end,
                60 * (end - warm.getFirst().hours()),
                warm.size());
        List<String> faults = new ArrayList<>();
        judge("worker", warm, Sample::worker, MOST_PROCESS, faults);
        judge("window, outside of its heap", warm, Sample::outside, MOST_PROCESS, faults);
        judge("window, what lives in its heap", warm, Sample::heap, MOST_HEAP, faults);
        return faults;
    }

    private static void judge(
            String what, List<Sample> warm, ToDoubleFunction<Sample> value, double most, List<String> faults) {
        double slope = slope(warm, value);
        double rise = slope * (warm.getLast().hours() - warm.getFirst().hours());
        String line = String.format(
                Locale.ROOT,
                "%s: %.1f MB at first, %.1f at last, from %.1f to %.1f; slope %+.1f MB/hour",
                what,
                value.applyAsDouble(warm.getFirst()),
                value.applyAsDouble(warm.getLast()),
                warm.stream().mapToDouble(value).min().orElseThrow(),
                warm.stream().mapToDouble(value).max().orElseThrow(),
                slope);
        System.out.println(line);
        if (rise > most) {
            faults.add("memory grows: " + line);
        }
    }

    /** Of the line with the least squares, in megabytes an hour. */
    private static double slope(List<Sample> all, ToDoubleFunction<Sample> value) {
        double meanTime = all.stream().mapToDouble(Sample::hours).average().orElseThrow();
        double meanValue = all.stream().mapToDouble(value).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (Sample sample : all) {
            double time = sample.hours() - meanTime;
            above += time * (value.applyAsDouble(sample) - meanValue);
            below += time * time;
        }
        return below == 0 ? 0 : above / below;
    }
}
