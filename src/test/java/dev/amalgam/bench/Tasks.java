package dev.amalgam.bench;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.InvokeLaterDispatcher;
import com.sun.glass.ui.InvokeLaterDispatcher.InvokeLaterSubmitter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes for each single task of the window's thread how long it took: pulses, handing pixels to the screen, and whatever was
 * handed in with {@code Platform.runLater}. On Linux all of them pass one place inside of JavaFX, where this stands; only what
 * the screen itself sends, such as a moved pointer, does not.
 */
final class Tasks {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final List<Long> computed = new ArrayList<>();
    private final List<Long> lasted = new ArrayList<>();
    private boolean counts;

    private Tasks() {}

    /** From now on notes all tasks. @throws ReflectiveOperationException on another system or version of JavaFX */
    static Tasks watch() throws ReflectiveOperationException {
        Application application = Application.GetApplication();
        InvokeLaterSubmitter real = (InvokeLaterSubmitter) application;
        Tasks tasks = new Tasks();
        InvokeLaterDispatcher watching =
                new InvokeLaterDispatcher(task -> real.submitForLaterInvocation(() -> tasks.run(task)));
        watching.setDaemon(true);
        Field dispatcher = application.getClass().getDeclaredField("invokeLaterDispatcher");
        dispatcher.setAccessible(true);
        dispatcher.set(application, watching);
        watching.start();
        return tasks;
    }

    private void run(Runnable task) {
        counts = true;
        long began = System.nanoTime();
        long computing = CPU.getCurrentThreadCpuTime();
        try {
            task.run();
        } finally {
            if (counts) {
                computed.add(CPU.getCurrentThreadCpuTime() - computing);
                lasted.add(System.nanoTime() - began);
            }
        }
    }

    /** Called by a task that is not to be noted. */
    void leaveOut() {
        counts = false;
    }

    /** Forgets what was noted. On the window's thread. */
    void clear() {
        computed.clear();
        lasted.clear();
    }

    /** The thread's own processor time in each task, which other programs on the machine do not lengthen. On its thread. */
    List<Long> computed() {
        return List.copyOf(computed);
    }

    /** How long each task took by the clock. On the window's thread. */
    List<Long> lasted() {
        return List.copyOf(lasted);
    }
}
