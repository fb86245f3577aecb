package dev.amalgam.ui.input;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.NodeState;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** How one sort of source is shown in the live panel, with the ways to change what goes in. For the UI thread only. */
public interface InputView {
    /** What is shown. */
    Region node();

    /** The buttons that belong to it, from left to right. */
    List<Node> tools();

    /** Shows a source and what flows out of it. */
    void show(InputContext context, TypedNode source, NodeState state);

    /** Stops what goes on by itself, because something else is shown. */
    default void rest() {}
}
