package dev.amalgam.ui.thread;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door to the thread that JavaFX draws with. What comes in from other threads waits here and is let in once per
 * pulse; of several tasks of one source only the newest is run, and what does not fit into a pulse waits for the next.
 */
public final class UiThread {
    private static final Logger LOG = LoggerFactory.getLogger(UiThread.class);

    /** A quarter of a pulse at 60 Hz: the last task may take longer, and the rest is for layout and painting. */
    private static final long BUDGET_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    /** How long after a pulse began small things may still be done in it. */
    private static final long FREE_NANOS = 2 * BUDGET_NANOS;

    private static final UiThread DOOR = new UiThread();

    private final SequencedMap<Object, Runnable> waiting = new LinkedHashMap<>();
    private final Map<Object, Long> newest = new ConcurrentHashMap<>();
    private final AtomicLong generations = new AtomicLong();
    private final ExecutorService background = Executors.newCachedThreadPool(UiThread::daemon);
    private final ExecutorService drawings = Executors.newSingleThreadExecutor(UiThread::daemon);
    private boolean awake;
    private long freeUntil = System.nanoTime();

    private UiThread() {}

    /**
     * Runs {@code task} on the UI thread in the next pulse. From any thread.
     *
     * @param source who asks; a task of the same source that still waits is dropped
     */
    public static void later(Object source, Runnable task) {
        DOOR.add(source, task);
    }

    /**
     * Runs a small {@code task} at once where the pulse that lets things in has time left, and like {@link #later} where it has
     * not. On the UI thread.
     */
    public static void soon(Object source, Runnable task) {
        if (hasTime()) {
            synchronized (DOOR.waiting) {
                DOOR.waiting.remove(source);
            }
            run(task);
        } else {
            later(source, task);
        }
    }

    /** Whether this is a pulse that lets things in, and it has time left for something small. On the UI thread. */
    public static boolean hasTime() {
        return System.nanoTime() - DOOR.freeUntil < 0;
    }

    /** Whether nothing waits to be shown and nothing is being computed. From any thread. */
    public static boolean isIdle() {
        synchronized (DOOR.waiting) {
            return DOOR.waiting.isEmpty() && DOOR.newest.isEmpty();
        }
    }

    /** What {@link #isIdle} waits for, for a report. From any thread. */
    public static String pending() {
        synchronized (DOOR.waiting) {
            return "to be shown: " + DOOR.waiting.keySet() + ", being computed: " + DOOR.newest.keySet();
        }
    }

    /**
     * Computes off the UI thread and shows the result on it. From any thread. Where {@code source} asks again in the
     * meantime, the older result is dropped. What {@code work} throws is logged and nothing is shown.
     */
    public static <T> void compute(Object source, Callable<T> work, Consumer<T> show) {
        compute(source, work, show, e -> LOG.warn("There is nothing to show", e));
    }

    /** The same; what {@code work} throws goes to {@code failed}, on the UI thread too. */
    public static <T> void compute(Object source, Callable<T> work, Consumer<T> show, Consumer<Exception> failed) {
        DOOR.compute(DOOR.background, source, work, show, failed);
    }

    /** Like {@link #compute}, but one after the other: all drawings at once would take the processor from the window. */
    public static <T> void draw(Object source, Callable<T> work, Consumer<T> show) {
        DOOR.compute(DOOR.drawings, source, work, show, e -> LOG.error("A part of the window could not be drawn", e));
    }

    /**
     * What was computed must not be dropped for something else that the same source asks to be done later, nor for what it
     * asked to be computed before and what took longer.
     */
    private record Computed(Object source, long generation) {}

    private <T> void compute(
            Executor where, Object source, Callable<T> work, Consumer<T> show, Consumer<Exception> failed) {
        long generation = generations.incrementAndGet();
        newest.put(source, generation);
        where.execute(() -> {
            if (isNewest(source, generation)) {
                Runnable result = call(work, show, failed);
                add(new Computed(source, generation), () -> {
                    if (newest.remove(source, generation)) {
                        result.run();
                    }
                });
            }
        });
    }

    private <T> Runnable call(Callable<T> work, Consumer<T> show, Consumer<Exception> failed) {
        try {
            T result = work.call();
            return () -> show.accept(result);
        } catch (Exception e) {
            return () -> failed.accept(e);
        } catch (Error e) {
            return () -> {
                throw e;
            };
        }
    }

    private boolean isNewest(Object source, long generation) {
        return Long.valueOf(generation).equals(newest.get(source));
    }

    private void add(Object source, Runnable task) {
        synchronized (waiting) {
            waiting.put(source, task);
            if (awake) {
                return;
            }
            awake = true;
        }
        Platform.runLater(pulse::start);
    }

    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            if (!drain()) {
                stop();
            }
        }
    };

    /** Lets in what fits into a pulse. @return whether to come again */
    private boolean drain() {
        long start = System.nanoTime();
        long end = start + BUDGET_NANOS;
        freeUntil = start + FREE_NANOS;
        // Comes after the layout, which is part of this pulse too.
        Platform.runLater(() -> freeUntil = System.nanoTime());
        do {
            Optional<Runnable> next = next();
            if (next.isEmpty()) {
                return false;
            }
            run(next.get());
        } while (System.nanoTime() - end < 0);
        return true;
    }

    private Optional<Runnable> next() {
        synchronized (waiting) {
            Map.Entry<Object, Runnable> first = waiting.pollFirstEntry();
            awake = first != null;
            return Optional.ofNullable(first).map(Map.Entry::getValue);
        }
    }

    /** One view that fails must not keep the others from being shown. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A part of the window could not be shown", e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "window");
        thread.setDaemon(true);
        return thread;
    }
}
