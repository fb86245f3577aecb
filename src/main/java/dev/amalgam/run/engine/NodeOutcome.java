package dev.amalgam.run.engine;

import dev.amalgam.compile.Problem;
import dev.amalgam.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a run brought for one node.
 *
 * @param ms the runtime's milliseconds for it; 0 where nothing had to run
 * @param cached whether its values were known from before
 * @param outputs its values by output; those of a result by its input
 * @param problem why it has none
 */
public record NodeOutcome(double ms, boolean cached, Map<String, Tensor> outputs, Optional<Problem> problem) {
    public NodeOutcome {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    static NodeOutcome failed(Problem problem) {
        return new NodeOutcome(0, false, Map.of(), Optional.of(problem));
    }
}
