package dev.amalgam.ui.look;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/** When style sheets are applied. For the UI thread only. */
public final class Styles {
    private Styles() {}

    /**
     * Styles a node that is seen now and not later in the pulse, so that the door to the UI thread counts it among what it lets
     * in. One that no window shows yet is left to the window's first pulse, which styles what it inherits from first.
     */
    public static void applyNow(Node node) {
        if (Optional.ofNullable(node.getScene())
                .map(Scene::getWindow)
                .filter(Window::isShowing)
                .isPresent()) {
            node.applyCss();
        }
    }
}
