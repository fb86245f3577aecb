package dev.amalgam.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import javafx.animation.AnimationTimer;

/**
 * Takes one step of a gesture in each pulse and notes how long each pulse took: by the clock, and in processor time of the
 * window's thread and of the thread that paints. Wants {@code -Djavafx.animation.fullspeed=true}, so that no pulse waits for
 * the screen.
 */
final class Frames extends AnimationTimer {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 60;

    private final int wanted;
    private final IntConsumer step;
    private final Runnable end;
    private final long painter = painter();
    private final List<long[]> readings = new ArrayList<>();
    private int pulse = -WARM_UP;

    /**
     * @param wanted how many pulses are noted, after some that are not
     * @param step is given the number of the pulse, from 0
     * @param end is called after the last
     */
    Frames(int wanted, IntConsumer step, Runnable end) {
        this.wanted = wanted;
        this.step = step;
        this.end = end;
    }

    private static long painter() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("QuantumRenderer"))
                .findFirst()
                .orElseThrow()
                .threadId();
    }

    @Override
    public void handle(long now) {
        if (pulse >= 0) {
            readings.add(new long[] {System.nanoTime(), CPU.getCurrentThreadCpuTime(), CPU.getThreadCpuTime(painter)});
        }
        if (pulse == wanted) {
            stop();
            end.run();
        } else {
            step.accept(pulse + WARM_UP);
            pulse++;
        }
    }

    /** Milliseconds: by the clock at 50 and 95 %, of the window's thread at 50 and 95 %, of the painter at 50 %. */
    String report() {
        return String.format(
                Locale.ROOT,
                "p50 %5.1f  p95 %5.1f  window %5.2f %5.2f  painter %5.1f",
                at(0, 50),
                at(0, 95),
                at(1, 50),
                at(1, 95),
                at(2, 50));
    }

    private double at(int clock, int percent) {
        long[] sorted = LongStream.range(1, readings.size())
                .map(i -> readings.get((int) i)[clock] - readings.get((int) i - 1)[clock])
                .sorted()
                .toArray();
        return sorted[sorted.length * percent / 100] / 1e6;
    }
}
