package dev.amalgam.ui.canvas;

import dev.amalgam.ui.action.Actions;
import java.util.function.Supplier;

/** Adding and wiring by keyboard, as actions. */
public final class WireActions {
    private WireActions() {}

    /** Adds them for the canvas that is in use when one is called. */
    public static void register(Actions actions, Supplier<CanvasView> canvas) {
        actions.add("wire.adapt", () -> canvas.get().selectedWire().adapt())
                .when(() -> canvas.get().selectedWire().disagrees());
        actions.add("add.search", () -> canvas.get().searchKind());
        actions.edit("wire.chain", () -> canvas.get().wireSelection())
                .when(() -> canvas.get().selectedNodes().size() > 1);
        actions.offer("wire.insert", () -> canvas.get().selectedWire().searchInto())
                .when(() -> canvas.get().selectedWireProperty().get().isPresent());
        actions.offer("wire.offer", () -> canvas.get().offerWire());
    }
}
