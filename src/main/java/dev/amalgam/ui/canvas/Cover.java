package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Document;
import dev.amalgam.ui.search.Picker;
import javafx.scene.layout.Region;

/** What is shown over the canvas in its stead, such as the inside of a component; keys and menus of the canvas go to it. */
public interface Cover {
    /** What is shown. */
    Region view();

    /** The document has another state now. */
    void show(Document.State state);

    /** The magnification; 1 is 100 %. */
    double zoom();

    /** Magnifies by that much, keeping the middle where it is. */
    void zoomBy(double factor);

    /** Brings all of it into view. */
    void fitAll();

    /** Lets go of what is selected or, where nothing is, leaves. @return whether there was something to do */
    boolean escape();

    /** Goes on to the next thing, or back. @return false behind the last and before the first */
    boolean step(boolean back);

    /** Does what a double click on the selected thing does. @return whether there is something */
    boolean choose();

    /** Finds by name what is in it. */
    Picker<?> finder();
}
