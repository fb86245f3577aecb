package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Look;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.Tint;
import dev.amalgam.ui.action.Actions;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** How cards look and whether their nodes do their work, as actions. */
public final class LookActions {
    private final Actions actions;
    private final Supplier<CanvasView> canvas;

    private LookActions(Actions actions, Supplier<CanvasView> canvas) {
        this.actions = actions;
        this.canvas = canvas;
    }

    /** Adds them for the canvas that is in use when one is called. */
    public static void register(Actions actions, Supplier<CanvasView> canvas) {
        LookActions made = new LookActions(actions, canvas);
        made.modes();
        made.looks();
    }

    private void modes() {
        actions.edit("node.mute", () -> dresser().toggle(Mode.MUTED))
                .when(this::someSelected)
                .switches(() -> someSelected() && dresser().is(Mode.MUTED));
        actions.edit("node.bypass", () -> dresser().toggle(Mode.BYPASSED))
                .when(this::someSelected)
                .switches(() -> someSelected() && dresser().is(Mode.BYPASSED));
    }

    private void looks() {
        actions.edit("node.collapse", () -> dresser().toggleCollapsed())
                .when(this::someSelected)
                .switches(() -> someSelected() && dresser().all(Look::collapsed));
        actions.edit("node.pin", () -> dresser().togglePinned())
                .when(this::someSelected)
                .switches(() -> someSelected() && dresser().all(Look::pinned));
        actions.edit("node.tint-none", () -> dresser().tint(Optional.empty())).when(this::canTint);
        for (Tint tint : Tint.values()) {
            actions.edit(
                            "node.tint-" + tint.name().toLowerCase(Locale.ROOT),
                            () -> dresser().tint(Optional.of(tint)))
                    .when(this::canTint);
        }
    }

    private Dresser dresser() {
        return canvas.get().dresser();
    }

    private boolean canTint() {
        return canvas.get().hasMovable();
    }

    private boolean someSelected() {
        return !canvas.get().selectedNodes().isEmpty();
    }
}
