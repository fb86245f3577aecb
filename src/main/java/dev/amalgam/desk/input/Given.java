package dev.amalgam.desk.input;

import dev.amalgam.compile.Problem;
import dev.amalgam.graph.NodeId;
import dev.amalgam.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/**
 * What flows into some sources instead of what their settings say.
 *
 * @param values by source
 * @param reels where those stand that have several pictures
 */
public record Given(Map<NodeId, Tensor> values, Map<NodeId, ReelState> reels) {
    /** All is as the document says. */
    public static final Given NOTHING = new Given(Map.of(), Map.of());

    public Given {
        values = Map.copyOf(values);
        reels = Map.copyOf(reels);
    }

    /** What is to be said of what flows into a source. */
    public Optional<Problem> finding(NodeId node) {
        return Optional.ofNullable(reels.get(node)).flatMap(reel -> reel.skipped(node));
    }

    /** Whether a finding comes from here. */
    public static boolean isFinding(Problem problem) {
        return problem.code().equals(ReelState.BROKEN);
    }
}
