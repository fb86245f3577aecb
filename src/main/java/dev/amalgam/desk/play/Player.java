package dev.amalgam.desk.play;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.NodeId;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Stop;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.tensor.Tensor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays frames through the one model that ships. After an edit it goes on with the new revision: a frame whose results were not
 * there yet is run again with it, so that none is lost and none brings what is not true any more. For use by any thread.
 */
public final class Player implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Player.class);

    private enum Wish {
        STOP,
        PAUSE,
        PLAY
    }

    private final Stage stage;
    private final LongSupplier clock;
    private final long showEvery;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("play").factory());
    private final FrameRate rate = new FrameRate();
    private final Deque<Map<NodeId, Tensor>> useless = new ArrayDeque<>();
    private Failures failures = new Failures();
    private volatile Wish wish = Wish.STOP;
    private volatile PlayState state = PlayState.STOPPED;
    private boolean busy;
    private Stop stop = new Stop();
    private @Nullable Film film;
    private @Nullable Played newest;
    private @Nullable Typing blocked;
    private boolean looked;
    private long shownAt;
    private long done;
    private long failed;
    private long repeated;

    /** @param showEvery the least time between two frames that are shown; the others are only counted */
    public Player(Stage stage, Duration showEvery) {
        this(stage, showEvery, System::nanoTime);
    }

    Player(Stage stage, Duration showEvery, LongSupplier clock) {
        this.stage = stage;
        this.showEvery = showEvery.toNanos();
        this.clock = clock;
    }

    public PlayState state() {
        return state;
    }

    /** Plays, or goes on where it was paused or blocked. */
    public synchronized void play() {
        wish = Wish.PLAY;
        if (!busy && !thread.isShutdown()) {
            busy = true;
            failures = new Failures();
            tell(state.in(PlayState.Phase.STARTING, ""));
            thread.execute(this::run);
        }
    }

    /** Waits after the frames that are on their way. */
    public synchronized void pause() {
        if (wish == Wish.PLAY) {
            wish = Wish.PAUSE;
            settle();
        }
    }

    /** Ends what is on its way, and begins at the beginning when it is asked to play again. */
    public synchronized void stop() {
        wish = Wish.STOP;
        stop.now();
        settle();
    }

    /** There is another revision: what kept it from playing may be mended. */
    public synchronized void changed() {
        if (wish == Wish.PLAY && !busy && blocked != null && !stage.stands(blocked)) {
            play();
        }
    }

    private void run() {
        boolean more = true;
        while (more) {
            Typing typing = stage.typing();
            more = goesOn(typing, play(typing));
        }
    }

    /** Plays until there is another wish or another revision. @return what keeps it from playing, or an empty text */
    private String play(Typing typing) {
        try {
            Film frames = film(typing);
            Stage.Model shipped = stage.ship(typing);
            begin();
            try {
                shipped.run(
                        frames.during(() -> wish == Wish.PLAY && failures.areFew() && stage.stands(typing)),
                        report -> answered(typing, frames, report),
                        () -> looks(frames),
                        stop);
            } finally {
                repeated += frames.repeat(useless);
            }
            showNewest();
            return failures.areFew() ? ended(typing, frames) : failures.last();
        } catch (LoweringException e) {
            return sentences(e.problem());
        } catch (RunException e) {
            return String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Playing ended in a way that nobody foresaw", e);
            return "Something went wrong that should not have: " + e;
        }
    }

    /** The same film as long as the sources have the same frames, so that it goes on where it was. */
    private Film film(Typing typing) {
        Iterator<Map<NodeId, Tensor>> frames = stage.frames(typing);
        Film known = film;
        if (known == null || !known.isOf(frames)) {
            known = new Film(frames);
            film = known;
        }
        return known;
    }

    private synchronized void begin() {
        stop = new Stop();
        if (wish == Wish.STOP) {
            stop.now();
        }
        shownAt = clock.getAsLong() - showEvery;
        rate.start(clock.getAsLong(), done);
    }

    /** Whether the frame that comes back is to be seen: because it is time, or because it may be the last. */
    private boolean looks(Film frames) {
        looked = isDue() || wish != Wish.PLAY || frames.isOver();
        return looked;
    }

    private boolean isDue() {
        return clock.getAsLong() - shownAt >= showEvery;
    }

    private void answered(Typing typing, Film frames, RunReport report) {
        Map<NodeId, Tensor> frame = frames.answered();
        if (!stage.stands(typing)) {
            useless.add(frame);
            return;
        }
        if (report.results().isEmpty()) {
            failed++;
            failures.add(report);
        } else {
            done++;
            failures.none();
            newest = looked ? new Played(typing, frame, report) : newest;
        }
        if (looked || isDue()) {
            shownAt = clock.getAsLong();
            looked = false;
            showNewest();
        }
    }

    private void showNewest() {
        Played shown = newest;
        newest = null;
        if (shown != null) {
            stage.show(shown);
        }
        count();
    }

    private synchronized void count() {
        if (wish == Wish.PLAY) {
            tell(new PlayState(
                    PlayState.Phase.PLAYING,
                    done,
                    failed,
                    repeated,
                    rate.at(clock.getAsLong(), done),
                    failures.last()));
        }
    }

    /** Pauses where all frames of the present revision are done. */
    private String ended(Typing typing, Film frames) {
        if (wish == Wish.PLAY && stage.stands(typing) && frames.isOver()) {
            film = null;
            pause();
        }
        return "";
    }

    /** Decides in one step whether to go on, so that no wish falls between two. */
    private synchronized boolean goesOn(Typing played, String obstacle) {
        if (wish == Wish.PLAY && (obstacle.isEmpty() || !stage.stands(played))) {
            failures = obstacle.isEmpty() ? failures : new Failures();
            return true;
        }
        busy = false;
        stage.rest();
        if (wish == Wish.PLAY) {
            blocked = played;
            tell(counted(PlayState.Phase.BLOCKED, obstacle));
        }
        settle();
        return false;
    }

    /** Says that it rests, once it does. */
    private void settle() {
        if (busy || wish == Wish.PLAY) {
            return;
        }
        if (wish == Wish.PAUSE) {
            tell(counted(PlayState.Phase.PAUSED, failures.last()));
        } else {
            film = null;
            done = 0;
            failed = 0;
            repeated = 0;
            stage.clear();
            tell(PlayState.STOPPED);
        }
    }

    private PlayState counted(PlayState.Phase phase, String why) {
        return new PlayState(phase, done, failed, repeated, OptionalDouble.empty(), why);
    }

    private void tell(PlayState changed) {
        state = changed;
        stage.tell(changed);
    }

    static String sentences(Problem problem) {
        return problem.message() + ". " + problem.remedy() + ".";
    }

    /** Plays no more; what was shown last stays. */
    @Override
    public synchronized void close() {
        wish = Wish.PAUSE;
        stop.now();
        // Not shutdownNow: to interrupt a thread would close the channels that it shares with others.
        thread.shutdown();
    }
}
