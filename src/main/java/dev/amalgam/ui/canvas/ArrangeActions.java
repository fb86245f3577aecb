package dev.amalgam.ui.canvas;

import dev.amalgam.desk.arrange.Alignment;
import dev.amalgam.desk.arrange.Distribution;
import dev.amalgam.ui.action.Actions;
import java.util.Locale;
import java.util.function.Supplier;

/** Selecting along the wires and bringing cards into order, as actions. */
public final class ArrangeActions {
    private final Actions actions;
    private final Supplier<CanvasView> canvas;

    private ArrangeActions(Actions actions, Supplier<CanvasView> canvas) {
        this.actions = actions;
        this.canvas = canvas;
    }

    /** Adds them for the canvas that is in use when one is called. */
    public static void register(Actions actions, Supplier<CanvasView> canvas) {
        ArrangeActions made = new ArrangeActions(actions, canvas);
        made.select();
        made.arrange();
    }

    private CanvasView canvas() {
        return canvas.get();
    }

    private Arranger arranger() {
        return canvas().arranger();
    }

    private void select() {
        actions.add("select.upstream", () -> arranger().selectUpstream()).when(() -> selected(1));
        actions.add("select.downstream", () -> arranger().selectDownstream()).when(() -> selected(1));
    }

    private void arrange() {
        actions.edit("arrange.layout", () -> arranger().layOut())
                .when(() -> !canvas().document().state().graph().nodes().isEmpty());
        for (Alignment how : Alignment.values()) {
            actions.edit("arrange.align-" + name(how), () -> arranger().align(how))
                    .when(() -> selected(2));
        }
        for (Distribution how : Distribution.values()) {
            actions.edit("arrange.distribute-" + name(how), () -> arranger().distribute(how))
                    .when(() -> selected(3));
        }
        actions.add("arrange.grid", () -> magnet().pullToGrid(!magnet().pullsToGrid()))
                .switches(() -> magnet().pullsToGrid());
    }

    private Magnet magnet() {
        return canvas().scenery().magnet();
    }

    private static String name(Enum<?> how) {
        return how.name().toLowerCase(Locale.ROOT);
    }

    private boolean selected(int atLeast) {
        return canvas().selectedNodes().size() >= atLeast;
    }
}
