package dev.amalgam.ui.outline;

import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.search.Picker;
import java.util.Set;
import javafx.geometry.Point2D;

/** What the outline asks of the window that it stands in. All of it happens on the UI thread. */
public interface OutlineHost {
    /** The nodes that are selected on the canvas now. */
    Set<NodeId> selected();

    /** Selects a node, so that its settings can be changed, and leaves the focus where it is. */
    void select(NodeId node);

    /** Selects a node and brings its card into view. */
    void reveal(NodeId node);

    /** Says why something cannot be done, and what to do instead. */
    void say(String words);

    /** Opens a list to choose from, at a point of the scene; once it is closed the focus is back in the outline. */
    void choose(Picker<?> picker, Point2D at);
}
