package dev.amalgam.ui.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class UiThreadTest {
    private static final long PATIENCE = 20;

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void tasksRunOnTheUiThread() throws Exception {
        AtomicReference<Boolean> there = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(1);
        UiThread.later(done, () -> {
            there.set(Platform.isFxApplicationThread());
            done.countDown();
        });
        assertThat(done.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(there.get()).isTrue();
    }

    @Test
    void ofOneSourceOnlyTheNewestIsRun() throws Exception {
        List<Integer> run = new CopyOnWriteArrayList<>();
        CountDownLatch held = holdUiThread();
        for (int i = 0; i < 1000; i++) {
            int number = i;
            UiThread.later("a source", () -> run.add(number));
        }
        CountDownLatch done = new CountDownLatch(1);
        UiThread.later("another", done::countDown);
        held.countDown();
        assertThat(done.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(run).containsExactly(999);
    }

    @Test
    void aTaskThatFailsDoesNotKeepTheOthersFromRunning() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        UiThread.later("fails", () -> {
            throw new IllegalStateException("on purpose");
        });
        UiThread.later("runs", done::countDown);
        assertThat(done.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anOlderResultIsDropped() throws Exception {
        List<String> shown = new CopyOnWriteArrayList<>();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        UiThread.compute("computed", () -> first.await(PATIENCE, TimeUnit.SECONDS), _ -> shown.add("older"));
        UiThread.compute("computed", () -> true, _ -> {
            shown.add("newer");
            done.countDown();
        });
        assertThat(done.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        first.countDown();
        settle();
        assertThat(shown).containsExactly("newer");
    }

    /** Both are computed before either can be shown, the older last. */
    @Test
    void anOlderResultThatComesLateDoesNotTakeTheNewersPlace() throws Exception {
        List<String> shown = new CopyOnWriteArrayList<>();
        CountDownLatch held = holdUiThread();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch newer = new CountDownLatch(1);
        UiThread.compute(
                "late",
                () -> {
                    begun.countDown();
                    return newer.await(PATIENCE, TimeUnit.SECONDS);
                },
                _ -> shown.add("older"));
        assertThat(begun.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        UiThread.compute("late", () -> true, _ -> shown.add("newer"));
        newer.countDown();
        held.countDown();
        settle();
        assertThat(shown).containsExactly("newer");
    }

    @Test
    void whatWorkThrowsIsToldOnTheUiThread() throws Exception {
        AtomicReference<String> told = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(1);
        UiThread.compute(
                done,
                () -> {
                    throw new java.io.IOException("no such file");
                },
                _ -> {},
                e -> {
                    told.set(e.getMessage() + Platform.isFxApplicationThread());
                    done.countDown();
                });
        assertThat(done.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(told.get()).isEqualTo("no such filetrue");
    }

    /** Keeps the UI thread busy until the latch is counted down, so that tasks gather. */
    private static CountDownLatch holdUiThread() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch holding = new CountDownLatch(1);
        UiThread.later(held, () -> {
            holding.countDown();
            await(held);
        });
        holding.await(PATIENCE, TimeUnit.SECONDS);
        return held;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void settle() throws InterruptedException {
        for (int i = 0; i < 100 && !UiThread.isIdle(); i++) {
            Thread.sleep(10);
        }
    }
}
