package dev.amalgam.ui.action;

import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/**
 * Calls actions by their keys. Keys that somebody may be typing with — letters, arrows, Delete, also with Shift — call actions
 * only while the canvas has the focus; keys with Ctrl, Alt or Command and function keys call them from anywhere. A control
 * that needs a key for itself, as a text field needs Ctrl+A, gets it first.
 */
public final class KeyPresses {
    private final Scene scene;
    private final Actions actions;
    private final Predicate<Node> isCanvas;

    private KeyPresses(Scene scene, Actions actions, Predicate<Node> isCanvas) {
        this.scene = scene;
        this.actions = actions;
        this.isCanvas = isCanvas;
    }

    /** From now on keys pressed in this scene call the actions; {@code isCanvas} tells where plain keys do. */
    public static void listen(Scene scene, Actions actions, Predicate<Node> isCanvas) {
        KeyPresses presses = new KeyPresses(scene, actions, isCanvas);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, presses::press);
    }

    private void press(KeyEvent event) {
        if (isAnywhere(event) || atCanvas()) {
            for (Action action : actions.all()) {
                if (isCalled(action, event) && action.run()) {
                    event.consume();
                    return;
                }
            }
        }
    }

    private boolean atCanvas() {
        Node focused = scene.getFocusOwner();
        return focused != null && isCanvas.test(focused);
    }

    private static boolean isCalled(Action action, KeyEvent event) {
        return action.keysProperty().get().stream().anyMatch(keys -> keys.match(event));
    }

    private static boolean isAnywhere(KeyEvent event) {
        return event.isControlDown()
                || event.isMetaDown()
                || event.isAltDown()
                || event.getCode().isFunctionKey();
    }
}
