package dev.amalgam.ui.inside;

import dev.amalgam.desk.Document;
import dev.amalgam.graph.NodeId;

/** What the inside of a component asks of the window. All of it happens on the UI thread. */
public interface InsideHost {
    /** The document that the component is in. */
    Document document();

    /** The component. */
    NodeId node();

    /** Says something in the status line. */
    void say(String sentence);

    /** Another thing is chosen, or more is known of it. */
    void changed();

    /** Goes back to the amalgamation. */
    void leave();
}
