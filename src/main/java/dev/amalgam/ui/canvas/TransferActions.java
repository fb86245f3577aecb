package dev.amalgam.ui.canvas;

import dev.amalgam.ui.action.Actions;
import java.util.function.Supplier;

/** Copying, cutting, pasting and duplicating, as actions. */
public final class TransferActions {
    private final Supplier<CanvasView> canvas;

    private TransferActions(Supplier<CanvasView> canvas) {
        this.canvas = canvas;
    }

    /**
     * Adds them for the canvas that is in use when one is called.
     *
     * @param otherwise pastes what is neither nodes nor notes
     */
    public static void register(Actions actions, Supplier<CanvasView> canvas, Runnable otherwise) {
        TransferActions made = new TransferActions(canvas);
        actions.add("edit.copy", () -> made.transfer().copy()).when(made::someSelected);
        actions.edit("edit.cut", () -> made.transfer().cut()).when(made::someSelected);
        // What the clipboard holds is not asked after every change: it may be large, and another program's.
        actions.edit("edit.paste", () -> {
            if (!made.transfer().paste(false)) {
                otherwise.run();
            }
        });
        actions.edit("edit.paste-wired", () -> made.transfer().paste(true));
        actions.edit("edit.duplicate", () -> made.transfer().duplicate()).when(made::someSelected);
    }

    private Transfer transfer() {
        return canvas.get().transfer();
    }

    private boolean someSelected() {
        return canvas.get().hasMovable();
    }
}
