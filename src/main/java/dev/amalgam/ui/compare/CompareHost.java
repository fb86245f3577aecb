package dev.amalgam.ui.compare;

import dev.amalgam.desk.Workspace;
import dev.amalgam.desk.compare.DriftWatch;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.dialogs.FileChoice;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.layout.Region;

/** The window, as far as comparing needs it. */
public interface CompareHost {
    /** What is open and shown. */
    Workspace workspace();

    /** How its results stand to a reference. */
    DriftWatch drift();

    /** How its settings get their files. */
    FileChoice files();

    /** The nodes that are selected. */
    Set<NodeId> selected();

    /** Selects a node and brings it into view. */
    void reveal(NodeId node);

    /** Tells the person something in a sentence. */
    void say(String sentence);

    /** Puts something over the window, made given what it calls when it is done with. */
    <T extends Region> T show(Function<Runnable, T> make);

    double width();

    double height();
}
