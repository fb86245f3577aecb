package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The time passes when the test says so. */
class DebounceTest {
    private final Deque<Runnable> timers = new ArrayDeque<>();
    private final List<String> run = new ArrayList<>();
    private final Debounce debounce = new Debounce(timers::add);

    private void ask(String name) {
        debounce.ask(() -> run.add(name));
    }

    private void timePasses() {
        timers.remove().run();
    }

    @Test
    void theFirstAfterARestRunsAtOnce() {
        ask("a");
        assertThat(run).containsExactly("a");
        timePasses();
        ask("b");
        assertThat(run).containsExactly("a", "b");
    }

    @Test
    void ofABurstTheFirstAndTheLastRun() {
        ask("a");
        ask("b");
        ask("c");
        ask("d");
        assertThat(run).containsExactly("a");
        timePasses();
        assertThat(run).containsExactly("a", "d");
    }

    @Test
    void aBurstThatGoesOnRunsOnceInEachTime() {
        ask("a");
        ask("b");
        timePasses();
        ask("c");
        ask("d");
        assertThat(run).containsExactly("a", "b");
        timePasses();
        timePasses();
        assertThat(run).containsExactly("a", "b", "d");
        assertThat(timers).as("nothing waits after a burst").isEmpty();
        ask("e");
        assertThat(run).endsWith("e");
    }
}
