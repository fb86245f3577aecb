package dev.amalgam.soak;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.Workspace;
import dev.amalgam.desk.play.PlayState;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Value;
import dev.amalgam.ui.DesignerWindow;
import dev.amalgam.ui.thread.UiThread;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/** Somebody who changes settings, photos and wires at random, takes it back, does it again, and looks at nodes. */
final class Hand implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FRAMES = 3;
    private static final NodeId PHOTO = new NodeId("photo");
    private static final List<String> PHOTOS = List.of("chelsea.png", "coffee.png", "rocket.jpg", "march-pastoral.jpg");
    private static final List<String> WIRES =
            List.of("softmax.logits", "similarity.query", "watch list.scores", "top five.scores");

    private final DesignerWindow window;
    private final Workspace workspace;
    private final Document document;
    private final Random random = new Random(4);
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private volatile long edits;

    Hand(DesignerWindow window) {
        this.window = window;
        this.workspace = window.workspace();
        this.document = workspace.document();
    }

    long edits() {
        return edits;
    }

    /** The runs that were asked for and never answered. */
    List<String> lost() {
        return List.copyOf(lost);
    }

    /** Plays and edits for this long; now and then all is at rest, as it was at first, and a sample is taken. */
    void work(Duration time, Samples samples) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end && lost.size() < 10) {
            // All of a round is taken back, so that what undo remembers does not grow.
            int depth = 0;
            for (int left = 1 + random.nextInt(6); left > 0; left--) {
                depth += edit() ? 1 : 0;
                Thread.sleep(random.nextInt(4) == 0 ? 400 + random.nextInt(1200) : random.nextInt(60));
            }
            waitForResults();
            backAndForth(depth);
            if (samples.isDue()) {
                restFor(samples);
            } else if (random.nextInt(10) == 0) {
                pauseAndGoOn();
            }
        }
    }

    private void backAndForth(int depth) throws Exception {
        int back = random.nextInt(depth + 1);
        repeat(back, "edit.undo");
        waitForResults();
        repeat(back, "edit.redo");
        waitForResults();
        repeat(depth, "edit.undo");
        waitForResults();
    }

    private void repeat(int times, String action) throws Exception {
        for (int i = 0; i < times; i++) {
            onWindow(() -> window.actions().get(action).run());
            edits++;
            Thread.sleep(random.nextInt(40));
        }
    }

    private void restFor(Samples samples) throws Exception {
        workspace.playback().pause();
        await("rest of the player", () -> workspace.playback().state().phase() == PlayState.Phase.PAUSED);
        waitForResults();
        onWindow(() -> {
            window.canvas().select(Set.of(PHOTO));
            return PHOTO;
        });
        await("rest of the window", UiThread::isIdle);
        samples.take();
        workspace.playback().play();
        waitForResults();
    }

    private void pauseAndGoOn() throws Exception {
        boolean stops = random.nextBoolean();
        PlayState.Phase rests = stops ? PlayState.Phase.STOPPED : PlayState.Phase.PAUSED;
        if (stops) {
            workspace.playback().stop();
        } else {
            workspace.playback().pause();
        }
        await("rest of the player", () -> workspace.playback().state().phase() == rests);
        workspace.playback().play();
        waitForResults();
    }

    /** @return whether there is something to undo for it */
    private boolean edit() throws Exception {
        long before = document.state().revision().number();
        switch (random.nextInt(8)) {
            case 0, 1 -> set("softmax", "temperature", new Value.Real(0.3 + 5 * random.nextDouble()));
            case 2 -> set("independent", "shift", new Value.Real(10 + 8 * random.nextDouble()));
            case 3, 4 -> {
                Path photo = Path.of("samples/figure-3/photos").resolve(PHOTOS.get(random.nextInt(PHOTOS.size())));
                set("photo", "file", workspace.reference(photo));
            }
            case 5 -> apply(new Edit.Disconnect(PortRef.parse(WIRES.get(random.nextInt(WIRES.size())))));
            case 6 -> apply(new Edit.Move(Map.of(PHOTO, new Position(random.nextInt(200), random.nextInt(200)))));
            default -> mute();
        }
        NodeId looked = document.state().graph().order().get(random.nextInt(15));
        onWindow(() -> {
            window.canvas().select(Set.of(looked));
            return looked;
        });
        return document.state().revision().number() != before;
    }

    private void mute() throws Exception {
        NodeId node = new NodeId("similarity");
        boolean muted = document.state().graph().node(node).orElseThrow().mode() == Mode.MUTED;
        apply(new Edit.SetMode(Set.of(node), muted ? Mode.ACTIVE : Mode.MUTED));
    }

    private void set(String node, String setting, Value value) throws Exception {
        apply(new Edit.Change(new NodeId(node), setting, Optional.of(value)));
    }

    private void apply(Edit edit) throws Exception {
        onWindow(() -> document.apply(edit));
        edits++;
    }

    /** The nodes of the present revision have been run, and what plays has gone on since. */
    void waitForResults() throws InterruptedException {
        long revision = document.state().revision().number();
        await("run of revision " + revision, () -> {
            LiveState live = workspace.live().state();
            return live.revision() == revision && live.isSettled();
        });
        if (workspace.playback().state().isOn()) {
            long done = workspace.playback().state().done();
            await("frames of revision " + revision, () -> {
                PlayState played = workspace.playback().state();
                return played.done() >= done + FRAMES || played.done() < done;
            });
        }
    }

    private void await(String what, BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                lost.add("lost: the " + what + ", live is "
                        + workspace.live().state().phase() + ", the player "
                        + workspace.playback().state());
                return;
            }
            Thread.sleep(5);
        }
    }

    static <T> T onWindow(Callable<T> work) throws ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    @Override
    public void close() {
        workspace.playback().stop();
    }
}
