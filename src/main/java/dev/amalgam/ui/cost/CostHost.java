package dev.amalgam.ui.cost;

import dev.amalgam.compile.Problem;
import dev.amalgam.ui.canvas.CanvasView;
import java.util.List;

/** What the actions on costs ask of the window that they belong to. All of it on the UI thread. */
public interface CostHost {
    /** What is known of the cost of what is open. */
    CostModel model();

    /** The canvas of what is open. */
    CanvasView canvas();

    /** The panel. */
    CostView view();

    /** Shows the panel, or hides it. */
    void show(boolean shown);

    /** What is odd about the values that are shown. */
    List<Problem> findings();

    /** Calls {@code listener} whenever what is shown, or what is known of its cost, is another. */
    void onShown(Runnable listener);

    /** Says something in the status line. */
    void say(String sentence);

    /** Every action may make sense, or make none any more. */
    void refresh();
}
