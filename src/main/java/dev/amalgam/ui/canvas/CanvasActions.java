package dev.amalgam.ui.canvas;

import dev.amalgam.ui.action.Actions;
import java.util.function.Supplier;

/** What the canvas itself can do, as actions. */
public final class CanvasActions {
    /** How far a card moves by an arrow key, and with Shift, in units of the canvas. */
    private static final double STEP = 4;

    private static final double LEAP = 24;

    private final Actions actions;
    private final Supplier<CanvasView> canvas;

    private CanvasActions(Actions actions, Supplier<CanvasView> canvas) {
        this.actions = actions;
        this.canvas = canvas;
    }

    /** Adds them for the canvas that is in use when one is called. */
    public static void register(Actions actions, Supplier<CanvasView> canvas) {
        CanvasActions made = new CanvasActions(actions, canvas);
        made.edit();
        made.select();
        made.view();
        made.move("arrange.nudge", STEP);
        made.move("arrange.leap", LEAP);
    }

    private CanvasView canvas() {
        return canvas.get();
    }

    private void edit() {
        actions.add("edit.undo", () -> canvas().undo());
        actions.add("edit.redo", () -> canvas().redo());
        actions.edit("edit.delete", () -> canvas().deleteSelection()).when(() -> canvas().hasSelection());
    }

    private void select() {
        actions.add("select.all", () -> canvas().selectAll()).when(this::hasNodes);
        actions.offer("select.none", () -> canvas().cancel() || canvas().clearSelection());
        actions.offer("select.next", () -> step(false)).when(this::hasNodes);
        actions.offer("select.previous", () -> step(true)).when(this::hasNodes);
        actions.offer(
                "select.this",
                () -> canvas().cover()
                        .map(Cover::choose)
                        .orElseGet(() -> canvas().walk().choose()));
    }

    private boolean step(boolean back) {
        return canvas().cover()
                .map(it -> it.step(back))
                .orElseGet(() -> canvas().walk().step(back));
    }

    private void view() {
        actions.add("view.zoom-in", () -> canvas().zoomIn());
        actions.add("view.zoom-out", () -> canvas().zoomOut());
        actions.add("view.zoom-100", () -> canvas().zoom(1));
        actions.add("view.fit", () -> canvas().fitAll());
        actions.add("view.fit-selection", () -> canvas().fitSelection()).when(this::hasSelectedNodes);
    }

    private void move(String how, double by) {
        move(how + "-left", -by, 0);
        move(how + "-right", by, 0);
        move(how + "-up", 0, -by);
        move(how + "-down", 0, by);
    }

    private void move(String name, double dx, double dy) {
        actions.edit(name, () -> canvas().nudge(dx, dy)).when(() -> canvas().hasMovable());
    }

    private boolean hasNodes() {
        return !canvas().document().state().graph().nodes().isEmpty();
    }

    private boolean hasSelectedNodes() {
        return !canvas().selectedNodes().isEmpty();
    }
}
