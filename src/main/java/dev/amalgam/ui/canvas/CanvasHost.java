package dev.amalgam.ui.canvas;

import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import java.nio.file.Path;
import java.util.List;

/** What the canvas asks of the window that it stands in. All of it happens on the UI thread. */
public interface CanvasHost {
    /** Shows why something was refused, and what to do instead; one sentence each without the final stop. */
    void tell(String sentence, String remedy);

    /** Somebody wants to see the value of an output enlarged. */
    default void look(PortRef output) {}

    /** Somebody wants to see what is inside a node. @return whether there is something */
    default boolean openInside(NodeId node) {
        return false;
    }

    /** A file was dropped on a node that has a setting for files of its ending. */
    void fileForNode(NodeId node, String setting, Path file);

    /** Several pictures were dropped on a node that takes folders of them. */
    default void filesForNode(NodeId node, String setting, List<Path> files) {
        fileForNode(node, setting, files.getFirst());
    }

    /**
     * A file was dropped beside all nodes that could take it.
     *
     * @param at where, in canvas units
     */
    void fileForCanvas(Path file, Position at);
}
