package dev.amalgam.desk.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.ModelTypes;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Stop;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.tensor.Tensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Frames are numbers here, and a model only passes them on: what becomes of each is decided by hand. */
@Timeout(60)
class PlayerTest {
    private static final NodeId SOURCE = new NodeId("source");
    private static final NodeId RESULT = new NodeId("result");
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong clock = new AtomicLong();
    private final BlockingQueue<PlayState> told = new LinkedBlockingQueue<>();
    private final Scene scene = new Scene();
    private final Player player = new Player(scene, Duration.ofSeconds(1), clock::get);

    /** What is played: twenty frames, one in the model and one behind it at a time. */
    private final class Scene implements Stage {
        private final List<Long> computed = new ArrayList<>();
        private final List<Long> shown = new ArrayList<>();
        private final List<Long> looked = new ArrayList<>();
        private volatile Typing present = revision();
        private Iterator<Map<NodeId, Tensor>> frames = PlayerTest.frames(20);
        private IntConsumer beforeAnswer = _ -> {};
        private Predicate<Long> fails = _ -> false;
        private volatile boolean hindered;
        private Optional<RunException> dead = Optional.empty();
        private int models;
        private int cleared;
        private int rests;

        @Override
        public Typing typing() {
            return present;
        }

        @Override
        public boolean stands(Typing typing) {
            return typing == present;
        }

        @Override
        public Model ship(Typing typing) throws LoweringException, RunException {
            if (hindered) {
                // There is nothing in it.
                new Regions(revision()).fused("nothing");
            }
            models++;
            return this::run;
        }

        private void run(
                Iterator<Map<NodeId, Tensor>> given, Consumer<RunReport> each, BooleanSupplier inside, Stop stop)
                throws RunException {
            List<Map<NodeId, Tensor>> open = new ArrayList<>();
            while (true) {
                while (open.size() < 2 && given.hasNext()) {
                    open.add(given.next());
                }
                if (open.isEmpty()) {
                    return;
                }
                if (dead.isPresent()) {
                    throw dead.get();
                }
                beforeAnswer.accept(computed.size());
                if (inside.getAsBoolean()) {
                    looked.add(number(open.getFirst()));
                }
                each.accept(answer(open.removeFirst()));
            }
        }

        private RunReport answer(Map<NodeId, Tensor> frame) {
            long number = number(frame);
            computed.add(number);
            if (fails.test(number)) {
                Problem why = Problem.error("refused-by-runtime", SOURCE, "", "Frame " + number + " is odd", "Skip it");
                return new RunReport(Map.of(), frame, Map.of(), "cpu", 0, List.of(why));
            }
            return new RunReport(Map.of(), frame, Map.of(RESULT, frame.get(SOURCE)), "cpu", 1, List.of());
        }

        @Override
        public Iterator<Map<NodeId, Tensor>> frames(Typing typing) {
            return frames;
        }

        @Override
        public void show(Played played) {
            assertThat(played.report().results())
                    .containsEntry(RESULT, played.frame().get(SOURCE));
            assertThat(looked).contains(number(played.frame()));
            shown.add(number(played.frame()));
        }

        @Override
        public void rest() {
            rests++;
        }

        @Override
        public void clear() {
            cleared++;
        }

        @Override
        public void tell(PlayState state) {
            told.add(state);
        }
    }

    @AfterEach
    void close() {
        player.close();
    }

    @Test
    void allFramesAreDoneAndThenItPauses() throws Exception {
        player.play();
        PlayState last = await(PlayState.Phase.PAUSED);
        assertThat(last.done()).isEqualTo(20);
        assertThat(last.failed()).isZero();
        assertThat(scene.computed).isEqualTo(upTo(20));
    }

    /** The clock moves by a third of what must lie between two shown frames. */
    @Test
    void ofManyFramesOnlyTheNewestIsShownNowAndThenAndTheLastInAnyCase() throws Exception {
        scene.beforeAnswer = _ -> clock.addAndGet(SECOND / 3 + 1);
        player.play();
        await(PlayState.Phase.PAUSED);
        assertThat(scene.shown).containsExactly(1L, 4L, 7L, 10L, 13L, 16L, 19L, 20L);
        assertThat(scene.looked).isEqualTo(scene.shown);
    }

    @Test
    void theRateIsOfTheLastSecond() throws Exception {
        scene.beforeAnswer = i -> clock.addAndGet(i < 10 ? SECOND : SECOND / 4);
        player.play();
        List<Double> rates = new ArrayList<>();
        for (PlayState state = take(); state.phase() != PlayState.Phase.PAUSED; state = take()) {
            state.framesPerSecond().ifPresent(rates::add);
        }
        assertThat(rates.getFirst()).isEqualTo(1);
        assertThat(rates.getLast()).isEqualTo(4);
    }

    @Test
    void anEditInBetweenLosesNoFrameAndShowsNothingOld() throws Exception {
        clock.set(5);
        scene.beforeAnswer = i -> {
            clock.addAndGet(SECOND);
            if (i == 5) {
                scene.present = revision();
                player.changed();
            }
        };
        player.play();
        PlayState last = await(PlayState.Phase.PAUSED);
        assertThat(last.done()).isEqualTo(20);
        assertThat(last.repeated()).isEqualTo(2);
        assertThat(scene.models).isEqualTo(2);
        // The two that were on their way are computed with the new revision, in their order, before all others.
        assertThat(scene.computed)
                .isEqualTo(LongStream.concat(LongStream.rangeClosed(1, 7), LongStream.rangeClosed(6, 20))
                        .boxed()
                        .toList());
        assertThat(scene.shown).isEqualTo(upTo(20));
    }

    @Test
    void otherFramesAfterAnEditBeginAtTheirBeginning() throws Exception {
        scene.beforeAnswer = i -> {
            if (i == 5) {
                scene.frames = frames(3);
                scene.present = revision();
            }
        };
        player.play();
        PlayState last = await(PlayState.Phase.PAUSED);
        assertThat(last.done()).isEqualTo(5 + 3);
        assertThat(scene.computed.subList(7, 10)).isEqualTo(upTo(3));
    }

    @Test
    void aPauseWaitsForWhatIsUnderWayAndPlayGoesOnThere() throws Exception {
        scene.beforeAnswer = i -> {
            if (i == 4) {
                player.pause();
            }
        };
        player.play();
        assertThat(await(PlayState.Phase.PAUSED).done()).isEqualTo(6);
        assertThat(scene.rests).isEqualTo(1);
        player.play();
        assertThat(await(PlayState.Phase.PAUSED).done()).isEqualTo(20);
        assertThat(scene.computed).isEqualTo(upTo(20));
    }

    @Test
    void afterAStopItBeginsAnew() throws Exception {
        scene.beforeAnswer = i -> {
            if (i == 4) {
                player.stop();
            }
        };
        player.play();
        assertThat(await(PlayState.Phase.STOPPED)).isEqualTo(PlayState.STOPPED);
        assertThat(scene.cleared).isEqualTo(1);
        scene.frames = frames(3);
        player.play();
        assertThat(await(PlayState.Phase.PAUSED).done()).isEqualTo(3);
    }

    @Test
    void aFrameThatFailsIsCountedAndToldAndTheNextGoOn() throws Exception {
        scene.fails = number -> number == 3 || number == 9;
        player.play();
        PlayState last = await(PlayState.Phase.PAUSED);
        assertThat(last.done()).isEqualTo(18);
        assertThat(last.failed()).isEqualTo(2);
        assertThat(last.message()).isEqualTo("Frame 9 is odd. Skip it.");
    }

    @Test
    void whereEveryFrameFailsItWaitsForAnEdit() throws Exception {
        scene.frames = frames(100);
        scene.fails = number -> number <= 40;
        player.play();
        PlayState blocked = await(PlayState.Phase.BLOCKED);
        assertThat(blocked.failed()).isLessThan(40);
        player.changed();
        assertThat(player.state()).isEqualTo(blocked);
        scene.present = revision();
        player.changed();
        assertThat(await(PlayState.Phase.PAUSED).done()).isEqualTo(60);
    }

    @Test
    void whatStandsAgainstTheModelIsToldUntilItIsMended() throws Exception {
        scene.hindered = true;
        player.play();
        assertThat(await(PlayState.Phase.BLOCKED).message()).startsWith("No output can be computed");
        scene.hindered = false;
        scene.present = revision();
        player.changed();
        assertThat(await(PlayState.Phase.PAUSED).done()).isEqualTo(20);
    }

    @Test
    void aBlockedPlayerCanBePausedAndStopped() throws Exception {
        scene.hindered = true;
        player.play();
        await(PlayState.Phase.BLOCKED);
        player.pause();
        await(PlayState.Phase.PAUSED);
        player.stop();
        await(PlayState.Phase.STOPPED);
    }

    @Test
    void whereNothingCanRunTheFramesAreKept() throws Exception {
        scene.dead = Optional.of(new RunException("The runtime process did not start"));
        player.play();
        assertThat(await(PlayState.Phase.BLOCKED).message()).isEqualTo("The runtime process did not start");
        scene.dead = Optional.empty();
        player.play();
        PlayState last = await(PlayState.Phase.PAUSED);
        assertThat(last.done()).isEqualTo(20);
        assertThat(scene.computed).isEqualTo(upTo(20));
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static Iterator<Map<NodeId, Tensor>> frames(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> Map.of(SOURCE, Tensor.longs(new long[] {1}, i)))
                .iterator();
    }

    private static long number(Map<NodeId, Tensor> frame) {
        return frame.get(SOURCE).longs().get(0);
    }

    private static Typing revision() {
        return Typing.of(
                Amalgamation.EMPTY,
                BuiltInKinds.catalogue(),
                new ComponentStore(Optional.empty(), ModelTypes.FROM_FILE));
    }

    private PlayState await(PlayState.Phase phase) throws InterruptedException {
        PlayState state = take();
        while (state.phase() != phase) {
            state = take();
        }
        return state;
    }

    private PlayState take() throws InterruptedException {
        return told.take();
    }
}
