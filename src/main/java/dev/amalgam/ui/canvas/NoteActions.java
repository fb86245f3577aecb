package dev.amalgam.ui.canvas;

import dev.amalgam.ui.action.Actions;
import java.util.function.Supplier;

/** Frames and comments, as actions. */
public final class NoteActions {
    private NoteActions() {}

    /** Adds them for the canvas that is in use when one is called. */
    public static void register(Actions actions, Supplier<CanvasView> canvas) {
        actions.edit("add.frame", () -> canvas.get().write(canvas.get().notes().addFrame()));
        actions.edit(
                "add.comment", () -> canvas.get().write(canvas.get().notes().addComment()));
        actions.offer("select.note", () -> canvas.get().notes().selectNext());
        actions.add("edit.note", () -> canvas.get().selectedNote().ifPresent(canvas.get()::write))
                .when(() -> canvas.get().selectedNote().isPresent());
    }
}
