package dev.amalgam.ui.canvas;

import java.util.ArrayDeque;
import java.util.Deque;

/** Where the camera was before each jump, so that one can go back and forth as in a browser. */
final class Views {
    /** As many as anybody goes back. */
    private static final int MOST = 50;

    private final Camera camera;
    private final Deque<Camera.View> behind = new ArrayDeque<>();
    private final Deque<Camera.View> ahead = new ArrayDeque<>();

    Views(Camera camera) {
        this.camera = camera;
    }

    /** Makes a jump of the camera that can be taken back. One that leads nowhere else is forgotten. */
    void jump(Runnable move) {
        Camera.View before = camera.view();
        move.run();
        if (!camera.view().equals(before)) {
            behind.push(before);
            ahead.clear();
        }
        while (behind.size() > MOST) {
            behind.removeLast();
        }
    }

    boolean canGoBack() {
        return !behind.isEmpty();
    }

    boolean canGoForward() {
        return !ahead.isEmpty();
    }

    void back() {
        go(behind, ahead);
    }

    void forward() {
        go(ahead, behind);
    }

    private void go(Deque<Camera.View> from, Deque<Camera.View> to) {
        if (!from.isEmpty()) {
            to.push(camera.view());
            camera.go(from.pop());
        }
    }
}
