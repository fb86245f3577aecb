package dev.amalgam.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.application.Platform;

/**
 * Asks the window's thread every two milliseconds whether it is there, and notes how long the answer takes: that is what was
 * left of the tasks before it. Questions go out by the clock, not after answers, so that a long pause counts as long.
 * Between two answers it also notes how long the thread itself computed, which other programs on the machine do not lengthen.
 * Whatever runs on the window's thread lies between two answers, so that none of its tasks computes longer than the longest
 * of these times; where two or three tasks lie there, it is less. The pulses among the tasks are noted one by one.
 */
final class Pings implements AutoCloseable {
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long PULSE_NANOS = TimeUnit.MILLISECONDS.toNanos(16);

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final Thread window;
    private final List<Long> waits = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> tasks = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> busyWith = new TreeMap<>();
    private final AtomicLong unanswered = new AtomicLong(Long.MAX_VALUE);
    private final Pulses pulses = new Pulses();
    private final Thread asking = Thread.ofPlatform().name("pings").daemon().start(this::ask);
    private volatile boolean over;
    private long computed;

    /** @param window the thread that answers */
    Pings(Thread window) {
        this.window = window;
    }

    private void ask() {
        Platform.runLater(pulses::start);
        long due = System.nanoTime();
        while (!over) {
            long asked = due;
            unanswered.compareAndSet(Long.MAX_VALUE, asked);
            Platform.runLater(() -> answer(asked));
            due += EVERY_NANOS;
            LockSupport.parkNanos(due - System.nanoTime());
            look();
        }
    }

    private void answer(long asked) {
        waits.add(System.nanoTime() - asked);
        long now = CPU.getCurrentThreadCpuTime();
        if (computed > 0) {
            tasks.add(now - computed);
        }
        computed = now;
        unanswered.set(Long.MAX_VALUE);
    }

    /** Where an answer takes too long, what the thread does instead: the part of it that is ours. */
    private void look() {
        long first = unanswered.get();
        if (first != Long.MAX_VALUE && System.nanoTime() - first > PULSE_NANOS) {
            busyWith.merge(ours(window.getStackTrace()), 1, Integer::sum);
        }
    }

    private static String ours(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().startsWith("dev.amalgam")) {
                return frame.getClassName().replaceFirst("dev\\.amalgam\\.", "") + "." + frame.getMethodName();
            }
        }
        return stack.length == 0 ? "nothing" : "JavaFX, at " + stack[0];
    }

    @Override
    public void close() throws InterruptedException, ExecutionException, TimeoutException {
        over = true;
        if (!asking.join(Duration.ofSeconds(5))) {
            throw new TimeoutException("the window's thread does not take questions any more");
        }
        FutureTask<?> last = new FutureTask<>(pulses::stop, true);
        Platform.runLater(last);
        last.get(30, TimeUnit.SECONDS);
    }

    /** How long answers took, and what kept the thread where they took longer than a pulse. */
    String report() {
        String numbers = String.join(
                "\n    ",
                line("answers", waits),
                line("computing between two answers", tasks),
                line("pulses, each computing", pulses.computed()),
                line("pulses, each by the clock", pulses.lasted()));
        return busyWith.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(5)
                .map(entry -> "\n    " + 2 * entry.getValue() + " ms too long in " + entry.getKey())
                .collect(Collectors.joining("", numbers, ""));
    }

    private static String line(String what, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%s: half within %.2f ms, 95 %% within %.2f, 99 %% within %.2f, all %d within %.1f; %d over 16 ms",
                what,
                percentile(sorted, 0.5),
                percentile(sorted, 0.95),
                percentile(sorted, 0.99),
                sorted.size(),
                percentile(sorted, 1),
                sorted.stream().filter(time -> time > PULSE_NANOS).count());
    }

    private static double percentile(List<Long> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1, part * sorted.size())) / 1e6;
    }
}
