package dev.amalgam.ui.canvas;

import dev.amalgam.ui.action.Actions;
import java.util.function.Supplier;

/** Finding the way: by name, back to where one was, and to what belongs to the selection. */
public final class FindActions {
    private FindActions() {}

    /** Adds them for the canvas that is in use when one is called. */
    public static void register(Actions actions, Supplier<CanvasView> canvas) {
        actions.add("find.open", () -> Finder.open(canvas.get()))
                .when(() -> !canvas.get().document().state().graph().nodes().isEmpty());
        actions.add("view.back", () -> canvas.get().views().back())
                .when(() -> canvas.get().views().canGoBack());
        actions.add("view.forward", () -> canvas.get().views().forward())
                .when(() -> canvas.get().views().canGoForward());
        actions.add("view.dim", () -> canvas.get().dimUnrelated(!canvas.get().dimsUnrelated()))
                .switches(() -> canvas.get().dimsUnrelated());
    }
}
