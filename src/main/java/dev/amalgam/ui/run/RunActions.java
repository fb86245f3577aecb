package dev.amalgam.ui.run;

import dev.amalgam.desk.LiveSession;
import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.desk.Playback;
import dev.amalgam.desk.RunMode;
import dev.amalgam.desk.Workspace;
import dev.amalgam.desk.play.PlayState;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.canvas.CanvasView;
import dev.amalgam.ui.text.Texts;
import java.util.Set;
import java.util.function.Supplier;

/** How a document is run, as actions. */
public final class RunActions {
    private final Actions actions;
    private final Supplier<Workspace> workspace;
    private final Supplier<CanvasView> canvas;

    private RunActions(Actions actions, Supplier<Workspace> workspace, Supplier<CanvasView> canvas) {
        this.actions = actions;
        this.workspace = workspace;
        this.canvas = canvas;
    }

    /** Adds them for the document and the canvas that are in use when one is called. */
    public static void register(Actions actions, Supplier<Workspace> workspace, Supplier<CanvasView> canvas) {
        RunActions made = new RunActions(actions, workspace, canvas);
        made.modes();
        made.once();
        made.play();
    }

    private void modes() {
        actions.add("run.live", () -> live().use(RunMode.LIVE)).switches(() -> live().mode() == RunMode.LIVE);
        actions.add("run.pause", () -> live().use(RunMode.PAUSED)).switches(() -> live().mode() == RunMode.PAUSED);
    }

    private void once() {
        actions.add(
                        "run.to-here",
                        () -> canvas.get().selectedNodes().stream().findFirst().ifPresent(live()::runTo))
                .when(() -> canvas.get().selectedNodes().size() == 1);
        actions.add(
                        "run.step",
                        () -> live().step().ifPresent(node -> {
                            canvas.get().select(Set.of(node));
                            canvas.get().reveal(node);
                        }))
                .when(this::hasNodes);
        actions.add("run.as-shipped", () -> workspace.get().asShipped().run()).when(this::hasNodes);
        actions.add("run.again", () -> live().rerun()).when(this::hasNodes);
    }

    private void play() {
        actions.add("run.play", () -> {
                    if (playback().state().isOn()) {
                        playback().pause();
                    } else {
                        playback().play();
                    }
                })
                .when(this::hasNodes)
                .titled(() -> Texts.get(playback().state().isOn() ? "run.play.pause" : "run.play"))
                .switches(() -> playback().state().isOn());
        actions.add("run.stop", () -> {
                    playback().stop();
                    workspace.get().asShipped().stop();
                    live().stop();
                })
                .when(this::isBusy);
    }

    private boolean isBusy() {
        Phase phase = live().state().phase();
        return phase == Phase.RUNNING
                || playback().state().phase() != PlayState.Phase.STOPPED
                || workspace.get().asShipped().state().isRunning();
    }

    private LiveSession live() {
        return workspace.get().live();
    }

    private Playback playback() {
        return workspace.get().playback();
    }

    private boolean hasNodes() {
        return !workspace.get().document().state().graph().nodes().isEmpty();
    }
}
