package dev.amalgam.bench;

import com.sun.javafx.tk.TKPulseListener;
import com.sun.javafx.tk.Toolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/**
 * Notes for each pulse how long the window's thread worked on it: from the first timer, in which changes are let in, to the
 * end of style, layout and handing over to the painting thread. For the window's thread only.
 */
final class Pulses extends AnimationTimer {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final List<Long> lasted = new ArrayList<>();
    private final List<Long> computed = new ArrayList<>();
    private final TKPulseListener end = this::end;
    private long began;
    private long beganComputing;

    @Override
    public void start() {
        super.start();
        Toolkit.getToolkit().addPostSceneTkPulseListener(end);
    }

    @Override
    public void stop() {
        super.stop();
        Toolkit.getToolkit().removePostSceneTkPulseListener(end);
    }

    @Override
    public void handle(long now) {
        began = System.nanoTime();
        beganComputing = CPU.getCurrentThreadCpuTime();
    }

    private void end() {
        if (began > 0) {
            lasted.add(System.nanoTime() - began);
            computed.add(CPU.getCurrentThreadCpuTime() - beganComputing);
        }
        began = 0;
    }

    /** By the clock. */
    List<Long> lasted() {
        return lasted;
    }

    /** Processor time of the window's thread. */
    List<Long> computed() {
        return computed;
    }
}
