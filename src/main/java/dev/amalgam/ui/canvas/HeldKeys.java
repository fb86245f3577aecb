package dev.amalgam.ui.canvas;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What a key that is held does while the canvas has the focus: Space makes the mouse move the view. */
final class HeldKeys {
    private HeldKeys() {}

    static void listen(CanvasView canvas, Hands hands) {
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, event -> hold(event, hands, true));
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, event -> hold(event, hands, false));
    }

    private static void hold(KeyEvent event, Hands hands, boolean held) {
        if (event.getCode() == KeyCode.SPACE && !event.isShortcutDown()) {
            hands.holdSpace(held);
            event.consume();
        }
    }
}
