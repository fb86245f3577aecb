package dev.amalgam.ui.inside;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.inside.Probe;
import dev.amalgam.graph.NodeId;
import dev.amalgam.tensor.Tensor;
import java.util.Map;

/** What the inside of a component asks of the window. All of it happens on the UI thread. */
public interface InsideHost {
    /** The document that the component is in. */
    Document document();

    /** The component. */
    NodeId node();

    /** Measures what taps cost. */
    Probe probe();

    /** What flows into the component now, by its inputs; what does not flow yet is left out. */
    Map<String, Tensor> flowing();

    /** Says something in the status line. */
    void say(String sentence);

    /** Another thing is chosen, or more is known of it. */
    void changed();

    /** The component is made of something else now: shows the inside of that. */
    void again();

    /** Goes back to the amalgamation. */
    void leave();
}
