package dev.amalgam.ui.palette;

import dev.amalgam.kind.Kind;
import javafx.geometry.Point2D;

/** What the palette asks of the window. */
public interface PaletteHost {
    /** Puts a kind into the middle of what is seen. */
    void add(String kind);

    /** A kind is carried over a point, in pixels of the scene. */
    void carry(Kind kind, Point2D at);

    /** Nothing is carried any more. */
    void leave();

    /** Puts a kind where it was let go, in pixels of the scene; nothing happens beside the canvas. */
    void drop(Kind kind, Point2D at);
}
