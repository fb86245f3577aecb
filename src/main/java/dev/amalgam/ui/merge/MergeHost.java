package dev.amalgam.ui.merge;

import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.NodeId;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.layout.Region;

/** The window, as far as merging needs it. */
public interface MergeHost {
    /** What is open and shown. */
    Workspace workspace();

    /** The nodes that are selected. */
    Set<NodeId> selected();

    /** Tells the person something in a sentence. */
    void say(String sentence);

    /** Puts something over the window, made given what it calls when it is done with. */
    <T extends Region> T show(Function<Runnable, T> make);

    /** The width of the window. */
    double width();

    /** The height of the window. */
    double height();
}
