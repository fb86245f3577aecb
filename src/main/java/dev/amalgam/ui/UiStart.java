package dev.amalgam.ui;

import dev.amalgam.ui.thread.UiThread;
import javafx.application.Platform;

/** Starts JavaFX, once per process. */
final class UiStart {
    private UiStart() {}

    /**
     * Starts JavaFX where it is not running yet, and runs {@code first} on its thread.
     *
     * @throws UnsupportedOperationException where there is nothing to show a window on
     */
    static void run(Runnable first) {
        try {
            Platform.startup(first);
        } catch (IllegalStateException e) {
            // It runs already.
            UiThread.later(first, first);
        }
    }

    /** From now on JavaFX needs no display. To be called before it starts. */
    static void headless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }
}
