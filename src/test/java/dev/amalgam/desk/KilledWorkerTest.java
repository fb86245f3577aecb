package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.run.RunException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The worker is killed at many random moments, before, during and after runs: each time the next result comes by itself
 * and is right, and the document is untouched. How long that takes is reported, not judged.
 */
class KilledWorkerTest {
    /** Each costs a start of the worker; {@code -Dkills=100} is for a quiet hour. */
    private static final int KILLS = Integer.getInteger("kills", 20);

    private static final NodeId SOFT = new NodeId("soft");

    @Test
    void theNextResultComesAndIsRight() throws Exception {
        Random random = new Random(4);
        double slowest = 0;
        try (Desk desk = Desk.start(DeskSettings.standard());
                Workspace workspace = desk.blank()) {
            apply(workspace, graph());
            Settled live = new Settled(() -> workspace);
            live.settled();
            for (int kill = 1; kill <= KILLS; kill++) {
                double temperature = 1 + kill / 100.0;
                Thread killer = killer(desk, random.nextInt(8_000));
                apply(workspace, turn(temperature));
                Amalgamation asked = workspace.document().state().graph();
                long start = System.nanoTime();
                killer.join();
                LiveState state = live.settled();
                slowest = Math.max(slowest, (System.nanoTime() - start) / 1e9);
                assertThat(state.phase()).as("after kill " + kill).isEqualTo(Phase.DONE);
                assertThat(first(state)).as("after kill " + kill).isCloseTo(expected(temperature), within(1e-6));
                assertThat(workspace.document().state().graph()).isSameAs(asked);
            }
        }
        System.out.printf("the slowest next result of %d kills came after %.2f s%n", KILLS, slowest);
    }

    /** Kills the worker after some microseconds. */
    private static Thread killer(Desk desk, int micros) throws RunException {
        long pid = desk.worker().info().pid();
        CountDownLatch ready = new CountDownLatch(1);
        return Thread.ofPlatform().start(() -> {
            try {
                // Never counted down: a pause that is random on purpose.
                ready.await(micros, TimeUnit.MICROSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        });
    }

    private static Edit graph() {
        Value shape = numbers(1, 3);
        Value values = numbers(1, 2, 3);
        Settings settings = Settings.NONE
                .with("shape", Optional.of(shape))
                .with("values", Optional.of(values))
                .with("representation", Optional.of(new Value.Text("logits")));
        return new Edit.Batch(
                "all",
                List.of(
                        new Edit.Add(new Node(new NodeId("logits"), "tensor", settings), new Position(0, 0)),
                        new Edit.Add(new Node(SOFT, "softmax", Settings.NONE), new Position(1, 0)),
                        new Edit.Connect(PortRef.of("logits", "value"), PortRef.of("soft", "logits"))));
    }

    private static Value numbers(double... values) {
        return new Value.Items(
                Arrays.stream(values).<Value>mapToObj(Value.Real::new).toList());
    }

    private static Edit turn(double temperature) {
        return new Edit.Change(SOFT, "temperature", Optional.of(new Value.Real(temperature)));
    }

    private static void apply(Workspace workspace, Edit edit) {
        assertThat(workspace.document().apply(edit)).isEmpty();
    }

    private static double first(LiveState state) {
        return state.node(SOFT).outputs().get("probabilities").floats().get(0);
    }

    private static double expected(double temperature) {
        double[] powers = Arrays.stream(new double[] {1, 2, 3})
                .map(logit -> Math.exp(logit / temperature))
                .toArray();
        return powers[0] / Arrays.stream(powers).sum();
    }
}
