package dev.amalgam.bench;

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
 * Asks the window's thread every two milliseconds whether it is there, and notes how long the answer takes. Questions go out by
 * the clock, not after answers, so that a long pause counts as long; time in which another program had the processor counts
 * too. Meanwhile all other tasks of the thread are noted one by one.
 */
final class Pings {
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long PULSE_NANOS = TimeUnit.MILLISECONDS.toNanos(16);

    private final Thread window;
    private final Tasks tasks;
    private final List<Long> waits = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> busyWith = new TreeMap<>();
    private final AtomicLong unanswered = new AtomicLong(Long.MAX_VALUE);
    private final Thread asking;
    private volatile boolean over;

    /**
     * Begins to ask.
     *
     * @param window the thread that answers
     * @param tasks what it does
     */
    Pings(Thread window, Tasks tasks) {
        this.window = window;
        this.tasks = tasks;
        Platform.runLater(tasks::clear);
        this.asking = Thread.ofPlatform().name("pings").daemon().start(this::ask);
    }

    private void ask() {
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
        tasks.leaveOut();
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
            if (frame.getClassName().startsWith("dev.amalgam")
                    && !frame.getClassName().contains(".bench.")) {
                return frame.getClassName().replaceFirst("dev\\.amalgam\\.", "") + "." + frame.getMethodName();
            }
        }
        return stack.length == 0 ? "nothing" : "JavaFX, at " + stack[0];
    }

    /** Ends asking; then tells how long answers and tasks took, and what kept the thread while an answer took long. */
    String report() throws InterruptedException, ExecutionException, TimeoutException {
        over = true;
        if (!asking.join(Duration.ofSeconds(5))) {
            throw new TimeoutException("the window's thread does not take questions any more");
        }
        FutureTask<String> last = new FutureTask<>(this::numbers);
        Platform.runLater(last);
        return last.get(30, TimeUnit.SECONDS) + longest();
    }

    private String numbers() {
        return String.join(
                "\n    ",
                line("answers", waits),
                line("tasks, each by its own processor time", tasks.computed()),
                line("tasks, each by the clock", tasks.lasted()));
    }

    private String longest() {
        return busyWith.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(5)
                .map(entry -> "\n    " + 2 * entry.getValue() + " ms too long in " + entry.getKey())
                .collect(Collectors.joining());
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
