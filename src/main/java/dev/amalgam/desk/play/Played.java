package dev.amalgam.desk.play;

import dev.amalgam.compile.Typing;
import dev.amalgam.graph.NodeId;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.tensor.Tensor;
import java.util.Map;

/**
 * What a frame brought.
 *
 * @param typing the revision that it was computed for
 * @param frame the values that the frame gave to sources
 * @param report the results
 */
public record Played(Typing typing, Map<NodeId, Tensor> frame, RunReport report) {
    public Played {
        frame = Map.copyOf(frame);
    }
}
