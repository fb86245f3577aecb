package dev.amalgam.ui.search;

import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Whether the focus is somewhere inside a part of the window. ({@link Node#focusWithinProperty} cannot tell: the cells of a
 * list call themselves focused without having the focus, and its ancestors believe them.)
 */
public final class FocusArea {
    private FocusArea() {}

    /** Whether what has the focus is this node or stands in it. */
    public static boolean hasFocus(Node area) {
        return area.getScene() != null && contains(area, area.getScene().getFocusOwner());
    }

    /** Calls {@code left} each time the focus goes from inside to somewhere else in the scene. */
    public static void onLeave(Node area, Runnable left) {
        ChangeListener<Node> watch = (_, before, now) -> {
            if (contains(area, before) && !contains(area, now)) {
                left.run();
            }
        };
        area.sceneProperty().addListener((_, from, to) -> {
            if (from != null) {
                from.focusOwnerProperty().removeListener(watch);
            }
            if (to != null) {
                to.focusOwnerProperty().addListener(watch);
            }
        });
    }

    private static boolean contains(Node area, @Nullable Node node) {
        Node at = node;
        while (at != null && at != area) {
            at = at.getParent();
        }
        return at != null;
    }
}
