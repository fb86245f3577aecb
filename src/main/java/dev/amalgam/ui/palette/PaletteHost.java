package dev.amalgam.ui.palette;

import javafx.geometry.Point2D;

/** What the palette asks of the window. */
public interface PaletteHost {
    /** Puts a kind into the middle of what is seen. */
    void add(String kind);

    /** Puts a kind where it was let go, in pixels of the scene; nothing happens beside the canvas. */
    void drop(String kind, Point2D at);
}
